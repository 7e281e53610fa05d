package dev.codeport.domain.verification;

/** A service that makes the code, sends it, and knows whether it is right. */
public non-sealed interface OtpSender extends Sender {
  /**
   * Has a code sent. The request's reference is ours and unique: an adapter that can pass it on
   * does; its profile says whether the same request made twice then sends once. When the request
   * names the handle of a former send, the service's own way to send again is used if it has one.
   */
  SendResult send(SendRequest request);

  /** Asks whether this is the code. Each call may cost one of the service's own attempts. */
  CheckResult check(Handle handle, OneTimeCode code);
}
