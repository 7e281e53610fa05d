package dev.codeport.domain.pool;

/** What a push is. */
public sealed interface PushResult {
  /** The vendor says that something came on this lease. */
  record News(LeaseRef lease) implements PushResult {}

  /** From the vendor, by the secret, but nothing that can be understood. */
  record Garbage(String detail) implements PushResult {}

  /** Not from the vendor; or it pushes nothing, or was not told where to. */
  record Forbidden() implements PushResult {}
}
