package dev.codeport.provider.twilioverify;

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

/** Makes the protocol's requests. */
final class TwilioVerifyClient {
  private final HttpUrl service;
  private final String credentials;
  private final SenderLine line;

  TwilioVerifyClient(TwilioVerifySettings settings, Surroundings around) {
    var base = Objects.requireNonNull(HttpUrl.get(settings.base().toString()), "an HTTP address");
    var secret = settings.keySecret().reveal();
    this.service =
        base.newBuilder().addPathSegments("v2/Services/" + settings.serviceSid()).build();
    this.credentials = Credentials.basic(settings.keySid(), secret);
    this.line = new SenderLine(around, settings.limits(), List.of(secret, credentials));
  }

  /** How the service fares. */
  ProviderHealth health() {
    return line.health();
  }

  /**
   * @param hidden what no reason may show
   */
  Heard verify(FormBody form, List<String> hidden) {
    return Heard.of(line.send(request("Verifications", form), hidden));
  }

  /**
   * @param hidden what no reason may show
   */
  Heard check(FormBody form, List<String> hidden) {
    return Heard.of(line.ask(request("VerificationCheck", form), hidden));
  }

  private Request request(String path, FormBody form) {
    return new Request.Builder()
        .url(service.newBuilder().addPathSegment(path).build())
        .header("Authorization", credentials)
        .header("Accept", "application/json")
        .header("User-Agent", "codeport")
        .post(form)
        .build();
  }
}
