package dev.codeport.provider.twilioverify;

import dev.codeport.provider.kit.Heard;
import dev.codeport.provider.kit.SenderLine;
import java.util.List;
import java.util.Objects;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Makes the protocol's requests. */
final class TwilioVerifyClient {
  private final HttpUrl service;
  private final String credentials;
  private final SenderLine line;

  TwilioVerifyClient(TwilioVerifySettings settings, OkHttpClient client) {
    var base = Objects.requireNonNull(HttpUrl.get(settings.base().toString()), "an HTTP address");
    var secret = settings.keySecret().reveal();
    this.service =
        base.newBuilder().addPathSegments("v2/Services/" + settings.serviceSid()).build();
    this.credentials = Credentials.basic(settings.keySid(), secret);
    this.line = new SenderLine(client, settings.limits(), List.of(secret, credentials));
  }

  /**
   * @param path below the service
   * @param hidden what no reason may show
   */
  Heard post(String path, FormBody form, List<String> hidden) {
    var request =
        new Request.Builder()
            .url(service.newBuilder().addPathSegment(path).build())
            .header("Authorization", credentials)
            .header("Accept", "application/json")
            .header("User-Agent", "codeport")
            .post(form)
            .build();
    return Heard.of(line.call(request, hidden));
  }
}
