package dev.codeport.provider.twilioverify;

import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.SendRequest;
import dev.codeport.provider.kit.Heard;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.FormBody;

/** The forms that are posted. */
final class TwilioVerifyForms {
  /** The languages of its own texts; for another one it takes English if none is named. */
  private static final Set<String> LANGUAGES =
      Set.of(
          "af", "ar", "ca", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hi", "hr", "hu",
          "id", "it", "ja", "ko", "ms", "nb", "nl", "pl", "pt", "ro", "ru", "sv", "th", "tl", "tr",
          "vi", "zh");

  /** Those of which it has the texts of a country. */
  private static final Set<String> TAGS = Set.of("en-GB", "pt-BR", "zh-CN", "zh-HK");

  private final TwilioVerifySettings settings;

  TwilioVerifyForms(TwilioVerifySettings settings) {
    this.settings = settings;
  }

  FormBody verification(SendRequest request) {
    var form =
        new FormBody.Builder()
            .add("To", request.to().e164())
            .add("Channel", channel(request.channel()));
    locale(request.locale()).ifPresent(locale -> form.add("Locale", locale));
    request.appHash().ifPresent(hash -> form.add("AppHash", hash));
    request
        .address()
        .filter(address -> !settings.addressLimit().isEmpty())
        .ifPresent(address -> form.add("RateLimits", limited(address)));
    return form.build();
  }

  FormBody check(Handle handle, OneTimeCode code) {
    return new FormBody.Builder()
        .add("Code", code.digits())
        .add("VerificationSid", handle.value())
        .build();
  }

  /** JSON within a field. */
  private String limited(String address) {
    return Heard.Json.MAPPER.createObjectNode().put(settings.addressLimit(), address).toString();
  }

  private static String channel(Channel channel) {
    return switch (channel) {
      case SMS -> "sms";
      case WHATSAPP -> "whatsapp";
      case CALL -> "call";
    };
  }

  static Optional<String> locale(Locale locale) {
    var tag = locale.toLanguageTag();
    return TAGS.contains(tag)
        ? Optional.of(tag)
        : Optional.of(locale.getLanguage()).filter(LANGUAGES::contains);
  }
}
