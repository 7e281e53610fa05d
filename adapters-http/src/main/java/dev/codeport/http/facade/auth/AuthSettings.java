package dev.codeport.http.facade.auth;

import dev.codeport.http.server.Origins;
import java.util.List;
import java.util.Optional;

/**
 * What may be set about the two routes.
 *
 * @param origins whose word on where callers come from is believed
 * @param open what callers without a key may do; none: nothing
 * @param passing whether codes are only passed through to senders that make them, and nothing is
 *     kept
 */
public record AuthSettings(Origins origins, Optional<PublicMode> open, boolean passing) {
  public static final AuthSettings STANDARD =
      new AuthSettings(new Origins(List.of()), Optional.empty(), false);
}
