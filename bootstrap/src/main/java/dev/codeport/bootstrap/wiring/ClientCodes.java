package dev.codeport.bootstrap.wiring;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.http.facade.handlerapi.CodeBook;
import dev.codeport.provider.handlerapi.CodeTable;
import java.util.Optional;

/** The codes by which we ask vendors, for those who ask us by them. */
public record ClientCodes(Atlas atlas, CodeTable table) implements CodeBook {
  /** SMS-Activate's. */
  public static ClientCodes of(Atlas atlas) {
    return new ClientCodes(atlas, CodeTable.smsActivate());
  }

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
    return atlas.country(country).flatMap(table::vendorCountry);
  }

  @Override
  public Optional<String> codeOf(PlatformId platform) {
    return atlas.platform(platform).flatMap(table::vendorService);
  }
}
