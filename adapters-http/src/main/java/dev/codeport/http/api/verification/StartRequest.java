package dev.codeport.http.api.verification;

import dev.codeport.application.verification.StartVerification;
import dev.codeport.domain.fraud.NetworkAddress;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.Terms;
import dev.codeport.domain.verification.Wording;
import dev.codeport.http.api.RequestKey;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Fields;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A code that is wanted, as it was asked for. */
record StartRequest(
    String phone,
    Channel channel,
    String locale,
    Optional<Integer> codeLength,
    Optional<Duration> life,
    Optional<NetworkAddress> address,
    Optional<String> appHash) {
  private static final int LONGEST_PHONE = 64;
  private static final int LONGEST_TEXT = 64;
  private static final int SHORTEST_LIFE = 30;
  private static final Set<String> FIELDS =
      Set.of(
          "phone",
          "channel",
          "locale",
          "code_length",
          "code_life_seconds",
          "end_user_ip",
          "app_hash");

  static StartRequest read(byte[] body) {
    var fields = Fields.closed(body, FIELDS);
    return new StartRequest(
        fields.text("phone", LONGEST_PHONE),
        fields.optionalText("channel", LONGEST_TEXT).map(StartRequest::channel).orElse(Channel.SMS),
        fields.optionalText("locale", LONGEST_TEXT).orElse("en"),
        fields.optionalInt32("code_length").map(StartRequest::length),
        fields.optionalInt32("code_life_seconds").map(StartRequest::life),
        fields.optionalText("end_user_ip", LONGEST_TEXT).map(StartRequest::address),
        fields.optionalText("app_hash", LONGEST_TEXT).map(StartRequest::appHash));
  }

  /**
   * @param language the locale, understood
   */
  StartVerification.Command command(AccountId account, RequestKey key, Locale language) {
    return new StartVerification.Command(
        account,
        key.meaning(meaning()),
        phone,
        channel,
        language,
        codeLength,
        life,
        Optional.empty(),
        address,
        appHash);
  }

  private String[] meaning() {
    return Stream.of("verification", phone, channel, locale, codeLength, life, address, appHash)
        .map(Object::toString)
        .toArray(String[]::new);
  }

  private static Channel channel(String word) {
    return switch (word) {
      case "sms" -> Channel.SMS;
      case "whatsapp" -> Channel.WHATSAPP;
      case "call" -> Channel.CALL;
      default -> throw new BadInput("channel", "must be sms, whatsapp or call");
    };
  }

  private static int length(int digits) {
    if (digits < OneTimeCode.SHORTEST || digits > OneTimeCode.LONGEST) {
      throw new BadInput("code_length", "must be 4 to 10");
    }
    return digits;
  }

  private static Duration life(int seconds) {
    var most = Terms.LONGEST_LIFE.toSeconds();
    if (seconds < SHORTEST_LIFE || seconds > most) {
      throw new BadInput("code_life_seconds", "must be %d to %d".formatted(SHORTEST_LIFE, most));
    }
    return Duration.ofSeconds(seconds);
  }

  private static NetworkAddress address(String text) {
    return NetworkAddress.parse(text)
        .orElseThrow(() -> new BadInput("end_user_ip", "must be an IPv4 or IPv6 address"));
  }

  private static String appHash(String text) {
    if (!Wording.isAppHash(text)) {
      throw new BadInput("app_hash", "must be the 11 characters of an Android app's hash");
    }
    return text;
  }
}
