package dev.codeport.domain.verification;

/**
 * Carries a text to a phone, unchanged to the byte. A service that sends texts of its own only is
 * one too: it takes the code of the message and writes its own words around it.
 */
public non-sealed interface TextGateway extends Sender {
  /** The message's reference is ours and unique; see {@link OtpSender#send}. */
  SendResult deliver(TextMessage message);
}
