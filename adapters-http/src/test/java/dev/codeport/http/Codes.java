package dev.codeport.http;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.http.facade.handlerapi.CodeBook;
import dev.codeport.provider.handlerapi.CodeTable;
import java.util.Optional;

/** The codes that the service itself uses. */
public record Codes(CodeTable table) implements CodeBook {
  public static final Codes USUAL = new Codes(CodeTable.smsActivate());

  @Override
  public Optional<Country> country(String code) {
    return table.country(code);
  }

  @Override
  public Optional<Platform> service(String code) {
    return table.platform(code);
  }

  @Override
  public Optional<String> codeOf(CountryId country) {
    return Atlas.standard().country(country).flatMap(table::vendorCountry);
  }

  @Override
  public Optional<String> codeOf(PlatformId platform) {
    return Atlas.standard().platform(platform).flatMap(table::vendorService);
  }
}
