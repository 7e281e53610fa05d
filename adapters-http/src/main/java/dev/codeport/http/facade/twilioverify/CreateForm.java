package dev.codeport.http.facade.twilioverify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.codeport.application.verification.StartVerification;
import dev.codeport.domain.fraud.NetworkAddress;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.Wording;
import dev.codeport.http.api.RequestKey;
import dev.codeport.http.api.verification.Written;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Query;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A verification as the SDKs post it. What has no meaning here (templates, tags, friendly names,
 * risk checks, which only the operator decides about) is taken and left alone.
 */
record CreateForm(
    String to,
    Channel channel,
    Locale locale,
    Optional<OneTimeCode> customCode,
    Optional<NetworkAddress> address,
    Optional<String> appHash) {
  private static final String LIMITS = "RateLimits";

  static CreateForm read(Query form) {
    return new CreateForm(
        form.text("To").orElseThrow(() -> new BadInput("To", "is required")),
        channel(form.text("Channel").orElseThrow(() -> new BadInput("Channel", "is required"))),
        form.text("Locale").map(CreateForm::locale).orElse(Locale.ENGLISH),
        form.text("CustomCode").map(CreateForm::code),
        form.text(LIMITS)
            .flatMap(CreateForm::endUser)
            .or(() -> form.text("DeviceIp").map(CreateForm::device)),
        form.text("AppHash").map(CreateForm::appHash));
  }

  StartVerification.Command command(AccountId account, RequestKey key) {
    return new StartVerification.Command(
        account,
        key.meaning(meaning()),
        to,
        channel,
        locale,
        Optional.empty(),
        Optional.empty(),
        customCode,
        address,
        appHash);
  }

  private String[] meaning() {
    return Stream.of(
            "twilio",
            to,
            channel,
            locale.toLanguageTag(),
            customCode.map(OneTimeCode::digits),
            address,
            appHash)
        .map(Object::toString)
        .toArray(String[]::new);
  }

  /** Answers always name a channel: who leaves it to us gets an SMS. */
  private static Channel channel(String word) {
    return switch (word) {
      case "sms", "auto" -> Channel.SMS;
      case "whatsapp" -> Channel.WHATSAPP;
      case "call" -> Channel.CALL;
      default -> throw new BadInput("Channel", "must be sms, whatsapp or call");
    };
  }

  private static Locale locale(String tag) {
    return Written.locale(tag)
        .orElseThrow(() -> new BadInput("Locale", "must be a language tag such as pt-BR"));
  }

  private static OneTimeCode code(String text) {
    return Written.code(text)
        .orElseThrow(() -> new BadInput("CustomCode", "must be 4 to 10 digits"));
  }

  /** JSON inside of a field of the form; other limits than this one are nobody's here. */
  private static Optional<NetworkAddress> endUser(String json) {
    try {
      return Fields.open(json.getBytes(UTF_8))
          .optionalText("end_user_ip", 64)
          .map(text -> address(LIMITS, text));
    } catch (BadInput bad) {
      throw new BadInput(LIMITS, bad.reason());
    }
  }

  private static NetworkAddress device(String text) {
    return address("DeviceIp", text);
  }

  private static NetworkAddress address(String field, String text) {
    return NetworkAddress.parse(text)
        .orElseThrow(() -> new BadInput(field, "must be an IPv4 or IPv6 address"));
  }

  private static String appHash(String text) {
    if (!Wording.isAppHash(text)) {
      throw new BadInput("AppHash", "must have 11 characters of base64");
    }
    return text;
  }
}
