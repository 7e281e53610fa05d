package dev.codeport.domain.verification;

/** Who made a code and can tell whether a guess is right. */
public enum CodeOwner {
  US,
  SENDER;

  static CodeOwner of(Sender sender) {
    return switch (sender) {
      case OtpSender makes -> SENDER;
      case TextGateway carries -> US;
    };
  }
}
