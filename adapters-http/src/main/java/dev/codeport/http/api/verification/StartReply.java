package dev.codeport.http.api.verification;

import dev.codeport.application.verification.ShownVerification;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.domain.fraud.Finding;
import dev.codeport.domain.fraud.NumberKindRule;
import dev.codeport.domain.fraud.RegionRule;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.http.api.Once;
import dev.codeport.http.api.Problem;
import dev.codeport.http.api.RequestKey;
import dev.codeport.http.api.Shown;
import dev.codeport.http.server.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What came of sending a code, in words of HTTP. */
public final class StartReply {
  private final InstantSource clock;

  public StartReply(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @param sent the answer when a code is on its way, or was already
   */
  public Reply of(StartVerification.Result result, Function<ShownVerification, Reply> sent) {
    return switch (result) {
      case StartVerification.Accepted accepted -> sent.apply(accepted.verification());
      case StartVerification.Replayed again ->
          sent.apply(again.verification()).with(RequestKey.REPLAYED, "true");
      case StartVerification.NotANumber none -> notANumber();
      case StartVerification.Blocked blocked -> blocked(blocked.finding());
      case StartVerification.PhoneLimited limited -> phoneLimited(limited.retryAfter());
      case StartVerification.AddressLimited limited -> addressLimited(limited.retryAfter());
      case StartVerification.PhoneLocked locked -> phoneLocked(locked.until());
      case StartVerification.NoSender none -> noSender();
      case StartVerification.NotSent not ->
          notSent(not.last(), Map.of("verification", not.verification().verification().id().hex()));
      case StartVerification.KeyReused reused -> Once.reused();
    };
  }

  public static Reply notANumber() {
    return Problem.NOT_A_PHONE_NUMBER.about(
        "phone", "must be a phone number in international form such as +14155550100");
  }

  public static Reply phoneLimited(Duration retryAfter) {
    return Problem.PHONE_LIMITED
        .about("phone", "was sent enough codes for now")
        .retryAfter(retryAfter);
  }

  public static Reply noSender() {
    return Problem.NO_SENDER.about(
        "phone", "cannot be reached by any sender here; try another channel or code length");
  }

  public static Reply addressLimited(Duration retryAfter) {
    return Problem.ADDRESS_LIMITED
        .reply("Too many codes were asked for from this network address.")
        .retryAfter(retryAfter);
  }

  public Reply phoneLocked(Instant until) {
    return Problem.PHONE_LOCKED
        .about(
            "phone",
            "is locked: too many guesses in a row were wrong",
            Map.of("until", Shown.time(until)))
        .retryAfter(Duration.between(clock.instant(), until));
  }

  public static Reply checkUnavailable(Optional<Duration> retryAfter) {
    var reply =
        Problem.CHECK_UNAVAILABLE.reply(
            "Who made the code could not be asked, and a guess was spent: try again soon.");
    return retryAfter.map(reply::retryAfter).orElse(reply);
  }

  public static Reply blocked(Finding finding) {
    return switch (finding.rule()) {
      case NumberKindRule.NAME ->
          Problem.NUMBER_KIND_NOT_ALLOWED.about(
              "phone",
              "is of a kind to which no code is sent by this channel: " + finding.value(),
              Map.of("kind", finding.value()));
      case RegionRule.NAME ->
          Problem.REGION_NOT_ALLOWED.about(
              "phone",
              "is of a region to which no code is sent: " + finding.value(),
              Map.of("region", finding.value()));
      default ->
          Problem.BLOCKED.about(
              "phone",
              "is not sent any code: a rule is against it",
              Map.of("rule", finding.rule()));
    };
  }

  /**
   * @param about what else the problem tells
   */
  public static Reply notSent(SendResult last, Map<String, Object> about) {
    return switch (last) {
      case SendResult.Refused refused ->
          Problem.SEND_REFUSED.reply(
              "Nothing was sent. " + advice(refused.reason()), with(about, refused.reason()));
      case SendResult.Unavailable away -> unavailable(away.retryAfter(), about);
      case SendResult.Unknown unknown ->
          Problem.SEND_UNCERTAIN.reply(
              "It may have been sent; if nothing arrives, ask for another one.", about);
      case SendResult.Accepted accepted -> throw new IllegalStateException("it was sent");
    };
  }

  private static Map<String, Object> with(Map<String, Object> about, SendResult.Reason reason) {
    var more = new HashMap<>(about);
    more.put("reason", reason.name().toLowerCase(Locale.ROOT));
    return more;
  }

  private static Reply unavailable(Optional<Duration> retryAfter, Map<String, Object> about) {
    var reply =
        Problem.SENDERS_UNAVAILABLE.reply(
            "No sender could be reached and nothing was sent: try again soon.", about);
    return retryAfter.map(reply::retryAfter).orElse(reply);
  }

  private static String advice(SendResult.Reason reason) {
    return switch (reason) {
      case INVALID_NUMBER -> "No phone has this number: ask for another one.";
      case UNREACHABLE -> "The number cannot be reached by this channel: try another one.";
      case COUNTRY_BLOCKED -> "The senders here do not send to this country.";
      case FRAUD -> "The sender takes it for fraud: do not try again.";
      case OPTED_OUT -> "The owner of the phone wants no messages; only they can change that.";
      case TOO_MANY -> "Too many were sent to this number: wait before you try again.";
      case BALANCE, ACCOUNT -> "The operator's account at the sender is in trouble: tell them.";
      case UNSUPPORTED -> "The sender has no such channel, language or code length.";
      case OTHER -> "The sender gave no reason that is known here.";
    };
  }
}
