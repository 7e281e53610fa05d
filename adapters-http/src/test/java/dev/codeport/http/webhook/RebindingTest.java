package dev.codeport.http.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.io.Resources;
import com.google.common.net.InetAddresses;
import dev.codeport.domain.webhook.WebhookTransport.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A name means one thing when it is checked and another when it is dialled. */
class RebindingTest {
  private static final int FLIPS = 1_200;
  private static final byte[] BODY = "{}".getBytes(UTF_8);

  /** What the name may mean when it is dialled: the canary's own addresses among others. */
  private static final List<List<String>> INSIDE =
      List.of(
          List.of("127.0.0.1"),
          List.of("::1"),
          List.of("::ffff:127.0.0.1"),
          List.of("93.184.215.14", "127.0.0.1"),
          List.of("127.0.0.1", "93.184.215.14"),
          List.of("2606:4700::1111", "::1"),
          List.of("0.0.0.0"),
          List.of("::"),
          List.of("127.8.8.8"),
          List.of("64:ff9b::7f00:1"),
          List.of("2002:7f00:1::"),
          List.of("169.254.169.254"),
          List.of("10.0.0.1"),
          List.of("fd00::1"),
          List.of("100.64.0.1"));

  private final AtomicInteger touched = new AtomicInteger();
  private final ServerSocket canary = listening();
  private volatile List<String> meaning = List.of();

  @AfterEach
  void stop() throws IOException {
    canary.close();
  }

  @Test
  void no_flip_reaches_the_canary() {
    var random = new Random(7);
    var strict = transport(AddressGuard.strict());
    var url = "https://hooks.acme.io:" + canary.getLocalPort() + "/x";

    for (int i = 0; i < FLIPS; i++) {
      meaning = List.of("93.184.215.14");
      assertEquals("", strict.refusal(url).orElse(""));
      var then = INSIDE.get(random.nextInt(INSIDE.size()));
      meaning = then;
      assertInstanceOf(Outcome.Forbidden.class, strict.post(url, Map.of(), BODY), then.toString());
    }

    assertEquals(0, touched.get());
  }

  @Test
  void no_forbidden_url_reaches_the_canary_however_it_is_spelled() throws IOException {
    var strict = transport(AddressGuard.strict());
    meaning = List.of("127.0.0.1");
    var lines =
        Resources.readLines(
            Resources.getResource(RebindingTest.class, "forbidden-urls.txt"), UTF_8);

    for (var line : lines.stream().filter(each -> !each.startsWith("#")).toList()) {
      var arrow = line.indexOf(" ->");
      var url = arrow < 0 ? line : line.substring(0, arrow);
      for (var aimed : List.of(url, at(canary.getLocalPort(), url))) {
        assertInstanceOf(Outcome.Forbidden.class, strict.post(aimed, Map.of(), BODY), aimed);
      }
    }

    assertEquals(0, touched.get());
  }

  /** The canary does see who comes. */
  @Test
  void a_desk_reaches_it() {
    meaning = List.of("127.0.0.1");
    var url = "http://hooks.acme.io:" + canary.getLocalPort() + "/x";

    var unused = transport(AddressGuard.forDevelopment()).post(url, Map.of(), BODY);

    assertTrue(touched.get() > 0);
  }

  /** The same host, at the canary's port. */
  private static String at(int port, String url) {
    return url.replaceFirst(
        "^(https?://)((?:\\[[^\\]]*\\])|[^/:?#\\[\\]]+)(?=[/?#]|$)", "$1$2:" + port);
  }

  private OkHttpWebhookTransport transport(AddressGuard guard) {
    return OkHttpWebhookTransport.over(
        guard,
        host -> meaning.stream().<InetAddress>map(InetAddresses::forString).toList(),
        Duration.ofMillis(500));
  }

  private ServerSocket listening() {
    try {
      var socket = new ServerSocket();
      socket.bind(new InetSocketAddress(0)); // every address of this machine, of both families
      Thread.ofVirtual().start(() -> count(socket));
      return socket;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void count(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        socket.accept().close();
        touched.incrementAndGet();
      } catch (IOException e) {
        return;
      }
    }
  }
}
