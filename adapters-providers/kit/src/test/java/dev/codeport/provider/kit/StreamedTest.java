package dev.codeport.provider.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

final class StreamedTest {
  private static final OkHttpClient CLIENT = Upstream.client(4);
  private static final long CAP = 10;

  private final Upstream upstream =
      new Upstream(CLIENT, UpstreamLimits.STANDARD, List.of(), Judge::byStatus, new MovableClock());

  private Streamed<String> stream(RawServer server, long cap) {
    return upstream.stream(
        server.request(),
        upstream.deadline(),
        cap,
        body -> new String(body.readAllBytes(), StandardCharsets.UTF_8));
  }

  @Test
  void a_good_answer_is_read_up_to_its_cap() throws IOException {
    try (var server = RawServer.answering(RawServer.http(200, "", "0123456789"))) {
      assertEquals(new Streamed.Whole<>("0123456789"), stream(server, CAP));
    }
  }

  @Test
  void a_longer_one_is_lost() throws IOException {
    try (var server = RawServer.answering(RawServer.http(200, "", "0123456789!"))) {
      var other = assertInstanceOf(Streamed.Other.class, stream(server, CAP));

      assertInstanceOf(Reply.Lost.class, other.reply());
    }
  }

  @Test
  void any_other_status_is_held_whole() throws IOException {
    try (var server = RawServer.answering(RawServer.http(429, "Retry-After: 3\r\n", "too many"))) {
      var reply = new Reply.Answered(429, "too many", Optional.of(Duration.ofSeconds(3)));

      assertEquals(new Streamed.Other<String>(reply), stream(server, 1));
    }
  }

  @Test
  void what_the_reader_refuses_is_lost() throws IOException {
    try (var server = RawServer.answering(RawServer.http(200, "", "garbage"))) {
      Streamed<String> streamed =
          upstream.stream(
              server.request(),
              upstream.deadline(),
              CAP,
              body -> {
                throw new IOException("none of ours");
              });

      var other = assertInstanceOf(Streamed.Other.class, streamed);
      assertInstanceOf(Reply.Lost.class, other.reply());
    }
  }
}
