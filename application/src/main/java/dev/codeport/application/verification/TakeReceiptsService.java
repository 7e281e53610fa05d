package dev.codeport.application.verification;

import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.CallbackResult;

final class TakeReceiptsService implements TakeReceipts {
  private final VerificationParts parts;

  TakeReceiptsService(VerificationParts parts) {
    this.parts = parts;
  }

  @Override
  public Result takeReceipts(SenderId sender, Callback callback) {
    return parts
        .senders()
        .find(sender)
        .map(known -> take(known.read(callback)))
        .orElse(Result.UNKNOWN);
  }

  private Result take(CallbackResult read) {
    return switch (read) {
      case CallbackResult.Genuine genuine -> {
        genuine.receipts().forEach(parts.verifications()::record);
        yield Result.TAKEN;
      }
      case CallbackResult.Forged forged -> Result.FORGED;
      case CallbackResult.Unreadable unreadable -> Result.UNREADABLE;
      case CallbackResult.NotOurs none -> Result.UNKNOWN;
    };
  }
}
