package dev.codeport.provider.handlerapi;

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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a vendor's server sends: every question has a typed answer, and none is a success. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GarbageTest {
  private static final String V2 =
      "{\"activationId\":635468024,\"phoneNumber\":\"6200812345678\",\"activationCost\":0.25,"
          + "\"currency\":840,\"countryCode\":\"6\",\"canGetAnotherSms\":\"1\"}";

  private final Parrot parrot = new Parrot();
  private final List<HandlerApiProvider> providers =
      HandlerApiDialect.names().stream()
          .map(name -> parrot.tireless(Dialects.at(name), "id"))
          .toList();

  @AfterAll
  void close() {
    parrot.close();
  }

  static List<byte[]> samples() throws IOException {
    var samples = new ArrayList<byte[]>();
    texts().forEach(text -> samples.add(text.getBytes(StandardCharsets.UTF_8)));
    samples.add(new byte[] {0, 0, 0, 0});
    samples.add(new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0, '}', 0});
    samples.add(new byte[] {(byte) 0xc3, 0x28, (byte) 0xed, (byte) 0xa0, (byte) 0x80});
    samples.add("ACCESS_NUMBER:1:62".getBytes(StandardCharsets.UTF_16));
    samples.add(V2.getBytes(StandardCharsets.UTF_16LE));
    samples.add(gzip(V2));
    samples.add(gzip("ACCESS_NUMBER:1:6200812345678"));
    for (int cut = 1; cut < V2.length(); cut += 3) {
      samples.add(V2.substring(0, cut).getBytes(StandardCharsets.UTF_8));
    }
    return samples;
  }

  private static List<String> texts() {
    var long300 = "9".repeat(300);
    return List.of(
        "",
        " \r\n\t ",
        "<html><body><h1>502 Bad Gateway</h1></body></html>",
        "<!DOCTYPE html><title>Just a moment...</title>",
        "<?xml version=\"1.0\"?><error/>",
        "Internal Server Error",
        "Fatal error: Uncaught PDOException in /var/www/x.php:12",
        "null",
        "true",
        "NaN",
        "Infinity",
        "0",
        "-1",
        "1e999999999",
        "{",
        "[",
        "\"",
        "{}",
        "[]",
        "[[[[[[[[[[[[",
        "[".repeat(100_000),
        "{\"a\":".repeat(100_000),
        "{\"a\":1}{\"a\":2}",
        "{\"a\":1} trailing",
        "{'a':1}",
        "{\"activationId\":NaN}",
        "{\"activationId\":null,\"phoneNumber\":null}",
        "{\"activationId\":true,\"phoneNumber\":false}",
        "{\"activationId\":[],\"phoneNumber\":{}}",
        "{\"activationId\":635468024}",
        "{\"phoneNumber\":\"6200812345678\"}",
        "{\"activationId\":1.5,\"phoneNumber\":\"6200812345678\"}",
        "{\"activationId\":\"a b\",\"phoneNumber\":\"6200812345678\"}",
        "{\"activationId\":\"\",\"phoneNumber\":\"6200812345678\"}",
        "{\"activationId\":" + long300 + ",\"phoneNumber\":\"6200812345678\"}",
        "{\"activationId\":1e400,\"phoneNumber\":\"6200812345678\"}",
        "{\"activationId\":1,\"phoneNumber\":\"\"}",
        "{\"activationId\":1,\"phoneNumber\":\"12\"}",
        "{\"activationId\":1,\"phoneNumber\":\"0000000000\"}",
        "{\"activationId\":1,\"phoneNumber\":\"+62 abc\"}",
        "{\"activationId\":1,\"phoneNumber\":\"" + long300 + "\"}",
        "{\"activationId\":1,\"phoneNumber\":\"62008123\u0000456\"}",
        "{\"activationId\":1,\"phoneNumber\":\"٦٢٠٠٨١٢٣٤٥٦٧\"}",
        "{\"activationId\":1,\"phoneNumber\":1e15}",
        "{\"activationId\":1,\"phoneNumber\":-6200812345678}",
        "ACCESS_NUMBER",
        "ACCESS_NUMBER:",
        "ACCESS_NUMBER::",
        "ACCESS_NUMBER:1",
        "ACCESS_NUMBER:1:",
        "ACCESS_NUMBER::6200812345678",
        "ACCESS_NUMBER:1:abc",
        "ACCESS_NUMBER:1 2:6200812345678",
        "ACCESS_NUMBER:" + long300 + ":6200812345678",
        "access_number:1:6200812345678",
        "ACCESS_NUMBERS:1:6200812345678",
        "ACCESS_NUMBER;1;6200812345678",
        "\u0000ACCESS_NUMBER:1:6200812345678",
        "\u202eACCESS_NUMBER:1:6200812345678",
        "STATUS",
        "STATUS_OK",
        "STATUS_OK:",
        "ACCESS_BALANCE",
        "ACCESS_BALANCE:",
        "ACCESS_BALANCE:NaN",
        "ACCESS_BALANCE:1e99999999",
        "ACCESS_BALANCE:1e-99999999",
        "ACCESS_BALANCE:12,50",
        "ACCESS_BALANCE:" + long300,
        "ACCESS",
        "OK",
        "A".repeat(500_000),
        ":::::",
        "\uFEFF",
        "\uFEFF<html>",
        "{\"status\":\"success\"}",
        "{\"status\":\"success\",\"data\":null}",
        "{\"status\":\"error\"}",
        "{\"status\":\"error\",\"message\":null}",
        "{\"status\":\"error\",\"message\":\"Что-то пошло не так\"}",
        "{\"title\":5}",
        "{\"title\":\"something else\"}",
        "{\"error\":{\"code\":7}}",
        "{\"6\":null}",
        "{\"6\":{\"wa\":null}}",
        "{\"6\":{\"wa\":{}}}",
        "{\"6\":{\"wa\":[]}}",
        "{\"6\":{\"wa\":{\"cost\":0,\"count\":5}}}",
        "{\"6\":{\"wa\":{\"cost\":-1,\"count\":5}}}",
        "{\"6\":{\"wa\":{\"cost\":1,\"count\":-5}}}",
        "{\"6\":{\"wa\":{\"cost\":\"x\",\"count\":\"y\"}}}",
        "{\"6\":{\"wa\":{\"cost\":1e999999999,\"count\":5}}}",
        "{\"6\":{\"wa\":{\"cost\":1e-999999999,\"count\":5}}}",
        "{\"6\":{\"wa\":{\"cost\":99999999999999999999,\"count\":5}}}",
        "{\"6\":{\"wa\":{\"0\":5,\"-1\":7,\"x\":1}}}",
        "{\"6\":\"wa\"}",
        "{\"999\":{\"wa\":{\"cost\":1,\"count\":5}}}",
        "{\"6\":{\"nowhere\":{\"cost\":1,\"count\":5}}}",
        "{\"activeActivations\":7}",
        "{\"activeActivations\":[null,7,\"x\",[],{}]}",
        "{\"sms\":\"text\"}",
        "{\"sms\":{\"text\":\"\",\"code\":null}}",
        "{\"data\":[{\"text\":\"\"}]}");
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void there_are_enough_samples() throws IOException {
    assertTrue(samples().size() >= 150, "" + samples().size());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_lease_is_unknown(byte[] sample) {
    parrot.says(200, sample);

    assertInstanceOf(LeaseResult.Unknown.class, providers.getFirst().lease(Parrot.request()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void nothing_else_comes_of_it_either(byte[] sample) {
    for (int status : List.of(200, 404, 500)) {
      parrot.says(status, sample);
      providers.forEach(GarbageTest::askEverything);
    }
  }

  private static void askEverything(HandlerApiProvider provider) {
    var request = Parrot.request();
    var lease = Parrot.LEASE;
    assertFalse(provider.lease(request) instanceof LeaseResult.Leased);
    assertNoOffers(provider.offers());
    assertNoOffers(provider.offers(request.country().id(), request.platform().id()));
    assertInstanceOf(Answer.Missing.class, provider.balance());
    assertFalse(provider.another(lease) instanceof StepResult.Done);
    assertFalse(provider.finish(lease) instanceof StepResult.Done);
    assertFalse(provider.cancel(lease) instanceof CancelResult.Canceled);
    assertFalse(provider.quote(lease) instanceof QuoteResult.Quoted);
    assertFalse(provider.reactivate(lease, request) instanceof LeaseResult.Leased);
    provider.holdings(new MovableClock().instant());
    assertNoNews(provider.poll(List.of(lease)));
    assertNoNews(provider.poll(List.of(lease, new LeaseRef(lease.provider(), "2"))));
  }

  private static void assertNoOffers(Answer<?> answer) {
    assertTrue(!(answer instanceof Answer.Given<?> given) || given.value().equals(List.of()));
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
  void mutated_answers_never_throw() {
    long seed = 20_310_102;
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var seeds =
        List.of(
            V2,
            "ACCESS_NUMBER:635468024:6200812345678",
            "STATUS_OK:482913",
            "{\"sms\":{\"dateTime\":\"2031-01-01 00:00:00\",\"code\":\"1\",\"text\":\"t\"}}",
            "{\"6\":{\"wa\":{\"cost\":0.25,\"count\":7}}}",
            "{\"activeActivations\":[{\"activationId\":\"635468024\",\"phoneNumber\":"
                + "\"6200812345678\",\"activationTime\":\"2031-01-01 00:00:00\"}]}");
    for (int i = 0; i < 300; i++) {
      var bytes = seeds.get(i % seeds.size()).getBytes(StandardCharsets.UTF_8);
      mutate(bytes, random);
      parrot.says(200, bytes);
      var provider = providers.getFirst();
      provider.lease(Parrot.request());
      provider.offers();
      provider.poll(List.of(Parrot.LEASE, new LeaseRef(Parrot.LEASE.provider(), "2")));
      provider.holdings(new MovableClock().instant());
    }
  }

  private static void mutate(byte[] bytes, RandomGenerator random) {
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
  }
}
