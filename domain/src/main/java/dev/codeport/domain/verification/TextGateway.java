package dev.codeport.domain.verification;

/** Carries a text to a phone, unchanged to the byte. */
public non-sealed interface TextGateway extends Sender {
  /** The message's reference is ours and unique; see {@link OtpSender#send}. */
  SendResult deliver(TextMessage message);
}
