package dev.codeport.http.facade.handlerapi;

import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.PlatformId;
import java.util.Optional;

/**
 * What the protocol's clients call countries and services. Filled by whoever puts the server
 * together, as the table of codes belongs to those who ask vendors by it.
 */
public interface CodeBook {
  /** What a client means by this code; former and second codes are understood too. */
  Optional<Country> country(String code);

  /** As {@link #country}. */
  Optional<Platform> service(String code);

  /** The code that clients know; none when the protocol has none. */
  Optional<String> codeOf(CountryId country);

  /** As {@link #codeOf(CountryId)}. */
  Optional<String> codeOf(PlatformId platform);
}
