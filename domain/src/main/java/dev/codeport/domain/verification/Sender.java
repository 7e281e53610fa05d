package dev.codeport.domain.verification;

/**
 * Somebody who brings codes to phones: an {@link OtpSender}, which makes and checks them itself, or
 * a {@link TextGateway}, which carries our words.
 *
 * <p>Called with no transaction open, by many threads at once. Never throws for what the network or
 * the other side does. A call ends within ten seconds.
 */
public sealed interface Sender permits OtpSender, TextGateway {
  SenderProfile profile();

  /**
   * Understands what the sender's service told us unasked.
   *
   * @return its receipts if it is genuine; a sender that never calls answers {@link
   *     CallbackResult.NotOurs}
   */
  CallbackResult read(Callback callback);
}
