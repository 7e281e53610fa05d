package dev.codeport.provider.twilio;

import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.provider.kit.Heard;
import dev.codeport.provider.kit.SenderLine;
import dev.codeport.provider.kit.Surroundings;
import java.util.List;
import java.util.Objects;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Makes the protocol's one request. */
final class TwilioClient {
  private final HttpUrl messages;
  private final String credentials;
  private final SenderLine line;

  TwilioClient(TwilioSettings settings, Surroundings around) {
    var base = Objects.requireNonNull(HttpUrl.get(settings.base().toString()), "an HTTP address");
    var account = settings.accountSid();
    var user = settings.key().map(TwilioSettings.Key::sid).orElse(account);
    var secret =
        settings.key().map(TwilioSettings.Key::secret).orElse(settings.authToken()).reveal();
    this.messages =
        base.newBuilder()
            .addPathSegments("2010-04-01/Accounts/" + account + "/Messages.json")
            .build();
    this.credentials = Credentials.basic(user, secret);
    this.line = new SenderLine(around, settings.limits(), List.of(secret, credentials));
  }

  /** How the service fares. */
  ProviderHealth health() {
    return line.health();
  }

  /**
   * @param hidden what no reason may show
   */
  Heard post(FormBody form, List<String> hidden) {
    var request =
        new Request.Builder()
            .url(messages)
            .header("Authorization", credentials)
            .header("Accept", "application/json")
            .header("User-Agent", "codeport")
            .post(form)
            .build();
    return Heard.of(line.send(request, hidden));
  }
}
