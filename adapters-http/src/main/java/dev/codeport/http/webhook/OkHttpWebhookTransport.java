package dev.codeport.http.webhook;

import dev.codeport.domain.webhook.DeliveryAttempt;
import dev.codeport.domain.webhook.WebhookTransport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.ByteString;

/**
 * Posts through OkHttp. A name is looked up once for the check and the dialling together, so that
 * it cannot mean something else in between; nothing is redirected, retried or sent by a proxy.
 */
public final class OkHttpWebhookTransport implements WebhookTransport {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration READING = Duration.ofSeconds(2);
  private static final long MOST_READ = 64 * 1024;
  private static final long CHUNK = 8 * 1024;
  private static final MediaType JSON = MediaType.get("application/json");

  private final AddressGuard guard;
  private final GuardedDns dns;
  private final OkHttpClient client;

  private OkHttpWebhookTransport(AddressGuard guard, Dns names, Duration patience) {
    this.guard = guard;
    this.dns = new GuardedDns(names, guard);
    this.client =
        new OkHttpClient.Builder()
            .dns(dns)
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .callTimeout(patience)
            .connectionPool(new ConnectionPool(16, 30, TimeUnit.SECONDS))
            .build();
  }

  /** To public https addresses only. */
  public static OkHttpWebhookTransport strict() {
    return over(AddressGuard.strict(), Dns.SYSTEM, PATIENCE);
  }

  /** To http and to loopback as well: for a desk, never for a service that others use. */
  public static OkHttpWebhookTransport forDevelopment() {
    return over(AddressGuard.forDevelopment(), Dns.SYSTEM, PATIENCE);
  }

  static OkHttpWebhookTransport over(AddressGuard guard, Dns names, Duration patience) {
    return new OkHttpWebhookTransport(guard, names, patience);
  }

  @Override
  public Optional<String> refusal(String url) {
    var refusal = guard.refusal(url);
    return refusal.isPresent() ? refusal : refusalOfName(url);
  }

  private Optional<String> refusalOfName(String url) {
    var host = HttpUrl.get(url).host();
    try {
      dns.lookup(host);
      return Optional.empty();
    } catch (GuardedDns.ForbiddenHost e) {
      return Optional.of("must name a public host");
    } catch (UnknownHostException e) {
      return Optional.of("must name a host that can be found");
    }
  }

  @Override
  public Outcome post(String url, Map<String, String> headers, byte[] body) {
    var refusal = guard.refusal(url);
    if (refusal.isPresent()) {
      return new Outcome.Forbidden(refusal.get());
    }
    var request =
        new Request.Builder()
            .url(url)
            .header("User-Agent", "Codeport")
            .header("Accept-Encoding", "identity")
            .post(RequestBody.create(body, JSON));
    headers.forEach(request::header);
    return send(request.build());
  }

  private Outcome send(Request request) {
    var call = client.newCall(request);
    try (var response = call.execute()) {
      return new Outcome.Answered(
          response.code(),
          Optional.ofNullable(response.header("Retry-After")),
          beginning(call, response));
    } catch (GuardedDns.ForbiddenHost e) {
      return new Outcome.Forbidden("must name a public host");
    } catch (IOException e) {
      return new Outcome.Unreachable(words(e));
    }
  }

  /**
   * The first bytes of the answer. It is read no further than to where the connection can be used
   * again; whoever answers more, or slowly, is cut off: the status is there, and that is what was
   * asked for.
   */
  private static String beginning(Call call, Response response) {
    var source = response.body().source();
    source.timeout().deadline(READING.toMillis(), TimeUnit.MILLISECONDS);
    var first = new Buffer();
    try {
      long read = 0;
      while (read >= 0 && first.size() < MOST_READ) {
        read = source.read(first, CHUNK);
      }
      if (read >= 0) {
        // Else closing would go on reading for a while, to keep the connection.
        call.cancel();
      }
    } catch (IOException e) {
      call.cancel();
    }
    return text(first.snapshot((int) Math.min(first.size(), DeliveryAttempt.LONGEST_ANSWER)));
  }

  /** Whatever is not UTF-8 in it is replaced; half a character at the end is left out. */
  private static String text(ByteString bytes) {
    var text = bytes.utf8();
    return text.endsWith("\uFFFD") ? text.substring(0, text.length() - 1) : text;
  }

  /** What may be told to the customer: nothing of our network. */
  private static String words(IOException failure) {
    return switch (failure) {
      case UnknownHostException unknown -> "the host was not found";
      case InterruptedIOException late -> "no answer in time";
      case SSLException tls -> "TLS failed";
      default -> "the connection failed";
    };
  }
}
