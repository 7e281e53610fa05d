package dev.codeport.http.facade.auth;

import dev.codeport.http.server.Origins;
import java.util.List;
import java.util.Optional;

/**
 * Who comes without a key.
 *
 * @param origins whose word on where they come from is believed
 * @param open what they may do; none: nothing
 */
public record Visitors(Origins origins, Optional<PublicMode> open) {
  public static final Visitors REFUSED = new Visitors(new Origins(List.of()), Optional.empty());
}
