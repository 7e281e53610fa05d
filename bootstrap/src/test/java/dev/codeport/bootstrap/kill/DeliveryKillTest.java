package dev.codeport.bootstrap.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.codeport.application.webhook.ManageEndpoints;
import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import dev.codeport.contract.Given;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} while receivers have webhooks and nobody has noted it yet. */
class DeliveryKillTest {
  private static final int KILLS = 3;
  private static final int EVENTS = 6;
  private static final String NOWHERE = "http://127.0.0.1:9";

  private final BlockingQueue<String> ids = new LinkedBlockingQueue<>();
  private volatile CountDownLatch held = new CountDownLatch(1);
  private volatile Duration ahead = Duration.ZERO;
  private final InstantSource clock =
      () -> InstantSource.system().instant().plus(ahead).truncatedTo(ChronoUnit.MICROS);

  @Test
  void what_was_sent_and_not_noted_is_sent_again_under_its_id(@TempDir Path folder)
      throws Exception {
    var receiver = receiver();
    try (var postgres =
            EmbeddedPostgres.open(
                Path.of("target/postgres").toAbsolutePath(), folder.resolve("data"), 0, "pw");
        var node = Node.open(url(postgres), NOWHERE, "key", clock)) {
      var order = Given.expiredOrder().in(node.storage());
      var endpoint = endpoint(node, order.account(), receiver);
      Map<String, Integer> seen = new HashMap<>();

      for (int i = 0; i < KILLS; i++) {
        var sender = sender(postgres);
        for (int n = 0; n < EVENTS; n++) {
          var event =
              Event.of(
                  order.account(),
                  Event.Type.ORDER_EXPIRED,
                  order.id(),
                  InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS));
          Given.committed(node.storage(), Change.of(order.account()).event(event));
        }
        var here = take(EVENTS);
        sender.destroyForcibly().waitFor();
        held.countDown();
        assertEquals(EVENTS, here.size());

        held = new CountDownLatch(0);
        ahead = ahead.plus(Duration.ofMinutes(5));
        node.codeport().workers().runDue();
        var again = take(EVENTS);
        assertEquals(here, again);
        here.forEach(id -> seen.merge(id, 2, Integer::sum));
        held = new CountDownLatch(1);
      }

      assertEquals(KILLS * EVENTS, seen.size(), "each event has an id of its own");
      assertTrue(ids.isEmpty(), () -> "sent once more: " + ids);
      var left =
          node.codeport()
              .deliveries(endpoint.account(), endpoint.id(), Optional.empty(), 1_000, 1_000);
      assertEquals(KILLS * EVENTS, left.size());
      assertTrue(left.stream().allMatch(each -> each.state() == Delivery.State.DELIVERED));
    } finally {
      held.countDown();
      receiver.stop(0);
    }
  }

  private Set<String> take(int count) throws InterruptedException {
    var taken = new HashSet<String>();
    for (int i = 0; i < count; i++) {
      var id = ids.poll(60, TimeUnit.SECONDS);
      assertTrue(id != null, "nothing came after " + taken.size());
      taken.add(id);
    }
    return taken;
  }

  private static Endpoint endpoint(Node node, AccountId account, HttpServer receiver) {
    var url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
    var wish = new ManageEndpoints.Description(url, Set.of(), Map.of(), "");
    return assertInstanceOf(
            ManageEndpoints.Saved.class,
            node.codeport().addEndpoint(account, Optional.empty(), wish))
        .endpoint();
  }

  private static Process sender(EmbeddedPostgres postgres) throws IOException {
    return new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Sender.class.getName(),
                url(postgres),
                NOWHERE,
                "key"))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private HttpServer receiver() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::receive);
    server.start();
    return server;
  }

  /** Takes it, and is silent until the sender is dead. */
  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      ids.add(exchange.getRequestHeaders().getFirst("webhook-id"));
      held.await();
      exchange.sendResponseHeaders(204, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String url(EmbeddedPostgres postgres) {
    var sign = postgres.url().contains("?") ? "&" : "?";
    return postgres.url() + sign + "user=" + postgres.user() + "&password=" + postgres.password();
  }
}
