package dev.codeport.provider.smscode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.CancelResult;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.QuoteResult;
import dev.codeport.domain.pool.StepResult;
import dev.codeport.domain.pool.VendorCatalog;
import dev.codeport.domain.pool.VendorCatalog.Word;
import dev.codeport.provider.smscode.FakeSmsCode.Endless;
import dev.codeport.provider.smscode.FakeSmsCode.Says;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever comes instead of an answer has a typed result, and none of them tells what came. */
class GarbageTest {
  private static final String SECRET = "8675309";
  private static final String ORDER =
      "{\"success\":true,\"data\":{\"orders\":[{\"id\":511,\"status\":\"ACTIVE\",\"phone_number\":"
          + "\"+6281210000000\",\"amount\":7500}],\"failed_count\":0}}";

  private static List<String> samples() {
    var samples =
        new ArrayList<>(
            List.of(
                "",
                " \r\n\t ",
                "<html><h1>Just a moment " + SECRET + "</h1></html>",
                "<?xml version=\"1.0\"?><error>" + SECRET + "</error>",
                "code " + SECRET,
                "null",
                "true",
                "NaN",
                "1e999999999",
                "{",
                "[",
                "\"",
                "{}",
                "[]",
                "[".repeat(100_000),
                "{\"data\":".repeat(100_000),
                "{\"success\":true}",
                "{\"success\":true,\"data\":null}",
                "{\"success\":true,\"data\":" + SECRET + "}",
                "{\"success\":true,\"data\":\"" + SECRET + "\"}",
                "{\"success\":true,\"data\":{}}",
                "{\"success\":true,\"data\":[]}",
                "{\"success\":true,\"data\":[null,7,\"x\",[],{}]}",
                "{\"success\":false,\"data\":{\"orders\":[]}}",
                "{\"success\":\"yes\",\"data\":{\"orders\":[]}}",
                "{\"success\":false,\"error\":null}",
                "{\"success\":false,\"error\":{\"code\":7}}",
                "{\"success\":false,\"error\":{\"code\":\"" + SECRET + "\"}}",
                "{\"success\":false,\"error\":{\"code\":\"Your code is " + SECRET + "\"}}",
                ORDER + ORDER,
                ORDER + " trailing",
                "{'success':true}",
                "\u0000" + ORDER,
                "\u202e" + ORDER));
    for (var order :
        List.of(
            "null",
            "{}",
            "{\"id\":511}",
            "{\"id\":null,\"phone_number\":null}",
            "{\"id\":511,\"phone_number\":null,\"status\":\"ACTIVE\",\"amount\":7500}",
            "{\"phone_number\":\"+6281210000000\"}",
            "{\"id\":true,\"phone_number\":\"+6281210000000\"}",
            "{\"id\":1.5,\"phone_number\":\"+6281210000000\"}",
            "{\"id\":-1,\"phone_number\":\"+6281210000000\"}",
            "{\"id\":1e400,\"phone_number\":\"+6281210000000\"}",
            "{\"id\":" + "9".repeat(300) + ",\"phone_number\":\"+6281210000000\"}",
            "{\"id\":511,\"phone_number\":\"12\"}",
            "{\"id\":511,\"phone_number\":\"+62 abc\"}",
            "{\"id\":511,\"phone_number\":\"٦٢٠٠٨١٢٣٤٥٦٧\"}",
            "{\"id\":511,\"phone_number\":[]}",
            "{\"id\":1,\"phone_number\":\"+6281210000000\"},"
                + "{\"id\":2,\"phone_number\":\"+6281210000001\"}")) {
      samples.add("{\"success\":true,\"data\":{\"orders\":[" + order + "],\"failed_count\":0}}");
    }
    for (int cut = 1; cut < ORDER.length(); cut += 5) {
      samples.add(ORDER.substring(0, cut));
    }
    return samples;
  }

  @Test
  void a_lease_is_unknown() {
    try (var bench = Bench.tireless()) {
      for (var sample : samples()) {
        bench.vendor.babble(new Says(200, sample));

        var unknown = assertInstanceOf(LeaseResult.Unknown.class, bench.lease("a"), sample);

        assertFalse(unknown.detail().contains(SECRET), unknown.detail());
      }
    }
  }

  @Test
  void nothing_else_comes_of_it_either() {
    try (var bench = Bench.tireless()) {
      for (var sample : samples()) {
        for (int status : List.of(200, 404, 500)) {
          bench.vendor.babble(new Says(status, sample));
          askEverything(bench, sample);
        }
      }
    }
  }

  private static void askEverything(Bench bench, String sample) {
    var provider = bench.provider;
    var lease = Bench.lease(511);
    var request = bench.request("b", 100_000);
    assertFalse(provider.lease(request) instanceof LeaseResult.Leased, sample);
    assertNothing(provider.offers());
    assertNothing(provider.offers(request.country().id(), request.platform().id()));
    assertInstanceOf(Answer.Missing.class, provider.balance());
    assertNothingNamed(provider.catalog());
    assertFalse(provider.finish(lease) instanceof StepResult.Done, sample);
    assertFalse(provider.cancel(lease) instanceof CancelResult.Canceled, sample);
    assertFalse(provider.quote(lease) instanceof QuoteResult.Quoted, sample);
    assertFalse(provider.reactivate(lease, request) instanceof LeaseResult.Leased, sample);
    assertNothing(provider.holdings(Instant.EPOCH));
    assertNoNews(provider.poll(List.of(lease)));
    assertNoNews(provider.poll(List.of(lease, Bench.lease(512), Bench.lease(513))));
  }

  private static void assertNothingNamed(Answer<VendorCatalog> answer) {
    switch (answer) {
      case Answer.Given<VendorCatalog> given ->
          assertEquals(
              List.of(), given.value().countries().stream().filter(Word::ordered).toList());
      case Answer.Missing<VendorCatalog> missing -> assertFalse(missing.detail().contains(SECRET));
    }
  }

  private static void assertNothing(Answer<? extends List<?>> answer) {
    switch (answer) {
      case Answer.Given<? extends List<?>> given -> assertEquals(List.of(), given.value());
      case Answer.Missing<? extends List<?>> missing ->
          assertFalse(missing.detail().contains(SECRET), missing.detail());
    }
  }

  private static void assertNoNews(Answer<Map<LeaseRef, LeaseNews>> answer) {
    if (answer instanceof Answer.Given<Map<LeaseRef, LeaseNews>> given) {
      for (var news : given.value().values()) {
        assertEquals(List.of(), news.messages());
        assertFalse(news.state() == LeaseNews.State.FINISHED);
        assertFalse(news.state() == LeaseNews.State.CANCELED);
      }
    }
  }

  @Test
  void an_answer_without_end_is_cut_off() {
    try (var bench = new Bench()) {
      bench.saying(new Endless()).saying(new Endless());
      assertInstanceOf(LeaseResult.Unknown.class, bench.lease("a"));

      bench.saying(new Endless());
      var missing = assertInstanceOf(Answer.Missing.class, bench.provider.offers());

      assertTrue(missing.detail().contains("more than"), missing.detail());
    }
  }

  @Test
  void a_server_without_tls_was_not_reached() throws IOException {
    try (var bench = new Bench();
        var plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerPlainly(plain));
      var secure = URI.create("https://127.0.0.1:" + plain.getLocalPort());
      var provider = bench.provider(SmsCodeSettings.of(secure, bench.vendor.token()));

      var away =
          assertInstanceOf(
              LeaseResult.Unavailable.class, provider.lease(bench.request("a", 100_000)));

      assertFalse(away.detail().contains(bench.vendor.token().reveal()), away.detail());
      assertInstanceOf(Answer.Missing.class, provider.balance());
      assertInstanceOf(CancelResult.Unavailable.class, provider.cancel(Bench.lease(511)));
    }
  }

  /** Until the socket is closed. */
  private static void answerPlainly(ServerSocket plain) {
    while (!plain.isClosed()) {
      try (var caller = plain.accept()) {
        caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
      } catch (IOException e) {
        // Nobody is there, or no longer.
      }
    }
  }
}
