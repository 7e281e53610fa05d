package dev.codeport.http.facade.twilioverify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.twilio.exception.ApiException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import dev.codeport.http.Served;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.function.Executable;

/** The official SDK for Java, unchanged but for where its HTTP client leads. */
final class Sdk {
  static final String SERVICE = "VA" + "0".repeat(31) + "7";
  static final String ACCOUNT = "AC" + "0".repeat(31) + "7";

  private Sdk() {}

  static TwilioRestClient client(Served served, String user, String secret) {
    var here = new HttpHost("http", "127.0.0.1", served.server().port());
    var leading =
        HttpClientBuilder.create()
            .disableAutomaticRetries()
            .setRoutePlanner((host, context) -> new HttpRoute(here));
    return new TwilioRestClient.Builder(user, secret)
        .accountSid(ACCOUNT)
        .httpClient(new NetworkHttpClient(leading))
        .build();
  }

  static ApiException assertFault(int status, int code, Executable call) {
    var fault = assertThrows(ApiException.class, call);
    assertEquals(code, fault.getCode(), fault.getMessage());
    assertEquals(status, fault.getStatusCode());
    return fault;
  }
}
