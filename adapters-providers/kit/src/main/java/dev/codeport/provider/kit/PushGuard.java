package dev.codeport.provider.kit;

import dev.codeport.domain.pool.Push;
import dev.codeport.domain.secret.Secret;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the vendor's pushes from those of others, as well as that goes: hardly a vendor signs them,
 * and none is believed further than that its lease is worth a look.
 *
 * @param secret the last part of the address that the vendor was told; none: it was told none
 * @param from the network addresses they come from; empty for any
 */
public record PushGuard(Optional<Secret> secret, Set<String> from) {
  public static final PushGuard NONE = new PushGuard(Optional.empty(), Set.of());

  private static final int SHORTEST = 16;
  private static final String ANYWHERE = "any";

  public PushGuard {
    from = Set.copyOf(from);
    if (secret.filter(text -> text.reveal().length() < SHORTEST).isPresent()) {
      throw new IllegalArgumentException(
          "push-secret must have at least " + SHORTEST + " characters");
    }
  }

  /** Reads {@code push-secret} and {@code push-from}. */
  public static PushGuard read(Section section) {
    var secret = Optional.of(section.text("push-secret", "")).filter(text -> !text.isEmpty());
    var from = Set.copyOf(section.list("push-from"));
    return new PushGuard(secret.map(Secret::of), from.contains(ANYWHERE) ? Set.of() : from);
  }

  /** Whether the push may be the vendor's. */
  public boolean admits(Push push) {
    return secret.filter(Secret.of(push.secret())::equals).isPresent()
        && (from.isEmpty() || from.contains(push.from()));
  }
}
