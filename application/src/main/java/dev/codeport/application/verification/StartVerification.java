package dev.codeport.application.verification;

import dev.codeport.application.order.Repeatable;
import dev.codeport.domain.fraud.Finding;
import dev.codeport.domain.fraud.NetworkAddress;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Sends a code to a phone.
 *
 * <p>May be repeated with the same {@link Repeatable} however often: one SMS goes out. Without one,
 * the same request within the quiet time is taken for a repetition too. While the phone has a
 * verification open, any other request sends the same code again under the same id.
 */
public interface StartVerification {
  Result startVerification(Command command);

  static StartVerification over(VerificationParts parts) {
    return new StartVerificationService(parts);
  }

  /**
   * @param repeatable none when only the intent itself shows a repetition
   * @param phone as a person wrote it, in international form
   * @param codeLength 4 to 10; none for the deployment's
   * @param life how long the code is good, 30 seconds to 10 minutes; none for the deployment's
   * @param chosen a code that the caller made; only senders that carry our words can send it
   * @param address of the person who wants the code, from a source that is believed
   * @param appHash of the Android app that is to read the SMS
   */
  record Command(
      AccountId account,
      Optional<Repeatable> repeatable,
      String phone,
      Channel channel,
      Locale locale,
      Optional<Integer> codeLength,
      Optional<Duration> life,
      Optional<OneTimeCode> chosen,
      Optional<NetworkAddress> address,
      Optional<String> appHash) {
    /** By SMS, with everything else as the deployment has it. */
    public static Command sms(AccountId account, String phone) {
      return new Command(
          account,
          Optional.empty(),
          phone,
          Channel.SMS,
          Locale.ENGLISH,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    public Command repeatable(Repeatable request) {
      return new Command(
          account,
          Optional.of(request),
          phone,
          channel,
          locale,
          codeLength,
          life,
          chosen,
          address,
          appHash);
    }

    public Command from(NetworkAddress where) {
      return new Command(
          account,
          repeatable,
          phone,
          channel,
          locale,
          codeLength,
          life,
          chosen,
          Optional.of(where),
          appHash);
    }

    int length(int usual) {
      return chosen.map(OneTimeCode::length).or(() -> codeLength).orElse(usual);
    }
  }

  sealed interface Result {}

  /** A sender took it, or may have. */
  record Accepted(ShownVerification verification) implements Result {}

  /** The same request again: nothing was sent. */
  record Replayed(ShownVerification verification) implements Result {}

  /** No numbering plan has such a number. */
  record NotANumber() implements Result {}

  /** A rule is against it. */
  record Blocked(Finding finding) implements Result {}

  /** Too many were sent to this phone, or too soon one after the other. */
  record PhoneLimited(Duration retryAfter) implements Result {}

  /** Too many were asked for from this network address. */
  record AddressLimited(Duration retryAfter) implements Result {}

  /** Too many guesses for this phone were wrong in a row. */
  record PhoneLocked(Instant until) implements Result {}

  /** No sender serves this channel, region, and code. */
  record NoSender() implements Result {}

  /**
   * No sender took it; nothing was sent.
   *
   * @param last what the last one said: {@link SendResult.Refused} or {@link
   *     SendResult.Unavailable}
   */
  record NotSent(ShownVerification verification, SendResult last) implements Result {}

  /** The key was used for a request that meant something else. */
  record KeyReused() implements Result {}
}
