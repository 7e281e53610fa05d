package dev.codeport.domain.verification;

import dev.codeport.domain.pool.ProviderHealth;

/**
 * Somebody who brings codes to phones: an {@link OtpSender}, which makes and checks them itself, or
 * a {@link TextGateway}, which carries our words.
 *
 * <p>Called with no transaction open, by many threads at once. Never throws for what the network or
 * the other side does. A call ends within ten seconds. While the service is left alone for its
 * failures, a send is {@link SendResult.Unavailable} at once; a guess is always asked about, as
 * nobody else knows.
 */
public sealed interface Sender permits OtpSender, TextGateway {
  SenderProfile profile();

  /**
   * How its service fares by the sends made so far, as this node sees it. {@link
   * ProviderHealth#fine} for one that is not watched.
   */
  ProviderHealth health();

  /**
   * Understands what the sender's service told us unasked.
   *
   * @return its receipts if it is genuine; a sender that never calls answers {@link
   *     CallbackResult.NotOurs}
   */
  CallbackResult read(Callback callback);
}
