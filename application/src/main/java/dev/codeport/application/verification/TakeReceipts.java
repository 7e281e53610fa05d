package dev.codeport.application.verification;

import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.verification.Callback;

/** Takes what a sender's service tells unasked: whether messages arrived. */
public interface TakeReceipts {
  Result takeReceipts(SenderId sender, Callback callback);

  static TakeReceipts over(VerificationParts parts) {
    return new TakeReceiptsService(parts);
  }

  enum Result {
    /** All of it is kept; it may have been kept before. */
    TAKEN,
    /** It is not from that service. */
    FORGED,
    UNREADABLE,
    /** There is no such sender, or it never calls. */
    UNKNOWN
  }
}
