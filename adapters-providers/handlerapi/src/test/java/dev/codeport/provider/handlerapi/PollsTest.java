package dev.codeport.provider.handlerapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseNews.State;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.UpstreamSms;
import dev.codeport.provider.sandbox.ErrorStyle;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.Fault.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PollsTest {
  private static LeaseNews news(HandlerApiProvider provider) {
    var given = assertInstanceOf(Answer.Given.class, provider.poll(List.of(Parrot.LEASE)));
    return (LeaseNews) ((Map<?, ?>) given.value()).values().iterator().next();
  }

  @Nested
  final class Words {
    private final Parrot parrot = new Parrot();

    @AfterEach
    void close() {
      parrot.close();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "STATUS_WAIT_CODE|OPEN",
          "STATUS_WAIT_RETRY:482913|OPEN",
          "STATUS_WAIT_RESEND|OPEN",
          "STATUS_OK:|OPEN",
          "STATUS_SOMETHING_NEW|OPEN",
          "STATUS_CANCEL|CANCELED",
          "ACCESS_CANCEL|CANCELED",
          "NO_ACTIVATION|UNKNOWN",
          "WRONG_ACTIVATION_ID|UNKNOWN",
        })
    void a_word_says_how_it_stands_and_shows_no_sms(String said, State state) {
      parrot.to("getStatusV2", said).to("getHistory", "[]");

      assertEquals(new LeaseNews(state, List.of()), news(parrot.provider()));
    }

    @Test
    void a_text_is_cut_off_at_the_first_colon_only() {
      parrot.to("getStatusV2", "STATUS_OK:your code: 12:34:56");

      assertEquals("your code: 12:34:56", news(parrot.provider()).messages().getFirst().text());
    }

    @Test
    void a_code_without_a_text_is_its_own_text() {
      parrot.to(
          "getStatusV2",
          "{\"verificationType\":0,\"sms\":{\"dateTime\":\"2031-01-01 10:00:00\",\"code\":12345}}");

      var message = news(parrot.provider()).messages().getFirst();

      assertEquals("12345", message.text());
      assertEquals(Optional.of("12345"), message.code());
      assertEquals(Optional.of(Instant.parse("2031-01-01T10:00:00Z")), message.receivedAt());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"verificationType\":0,\"sms\":null,\"call\":null}",
          "{\"verificationType\":0,\"sms\":{\"code\":null,\"text\":\"\"}}",
          "{\"verificationType\":\"sms\",\"data\":[]}",
        })
    void a_status_without_an_sms_is_open(String body) {
      parrot.to("getStatusV2", body);

      assertEquals(new LeaseNews(State.OPEN, List.of()), news(parrot.provider()));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "[{\"id\":635468024,\"sms\":null,\"status\":\"8\"}]|CANCELED|0",
          "[{\"id\":635468024,\"sms\":\"code 1234\",\"status\":\"6\"}]|FINISHED|1",
          "[{\"id\":\"635468024\",\"sms\":[\"code 1234\"],\"status\":6}]|FINISHED|1",
          "[{\"id\":635468024,\"sms\":\"code 1234\",\"status\":\"10\"}]|CANCELED|0",
          "[{\"id\":635468024,\"sms\":\"code 1234\",\"status\":\"weird\"}]|FINISHED|1",
          "{\"0\":{\"id\":635468024,\"sms\":\"code 1234\",\"status\":\"6\"}}|FINISHED|1",
          "[{\"id\":1,\"sms\":\"code 1234\",\"status\":\"6\"}]|CANCELED|0",
        })
    void of_an_end_the_history_says_which_and_what_came_unseen(
        String history, State state, int messages) {
      parrot.to("getStatusV2", "STATUS_CANCEL").to("getHistory", history);

      var news = news(parrot.provider());

      assertEquals(state, news.state());
      assertEquals(messages, news.messages().size());
    }

    /** It may have been paid for: who takes that for a cancel refunds what the vendor billed. */
    @Test
    void an_end_is_no_cancel_as_long_as_the_history_cannot_be_read() {
      parrot.to("getStatusV2", "STATUS_CANCEL").to("getHistory", "<html>");

      assertInstanceOf(Answer.Missing.class, parrot.provider().poll(List.of(Parrot.LEASE)));
    }

    @Test
    void a_list_cut_off_in_the_middle_leaves_each_to_be_asked() {
      parrot
          .to("getActiveActivations", "{\"activeActivations\":[{\"activationId\":\"6354")
          .to("getStatusV2", "STATUS_WAIT_CODE");
      var two = List.of(Parrot.LEASE, new LeaseRef(Parrot.LEASE.provider(), "2"));

      var given = assertInstanceOf(Answer.Given.class, parrot.provider().poll(two));

      assertEquals(2, ((Map<?, ?>) given.value()).size());
    }

    @Test
    void a_vendor_that_has_enough_of_questions_is_left_alone() {
      parrot.says(429, "RATE_LIMIT");
      var many =
          IntStream.range(0, 100)
              .mapToObj(i -> new LeaseRef(Parrot.LEASE.provider(), "" + i))
              .toList();

      assertInstanceOf(Answer.Missing.class, parrot.provider().poll(many));

      assertTrue(parrot.heard().size() <= 1 + 2 * HandlerApiDialect.vanilla().parallel());
    }
  }

  @Nested
  final class Calls extends SandboxStage {
    Calls() {
      super(HandlerApiDialect.vanilla(), ErrorStyle.TOKEN, Set.of());
    }

    private long calls() {
      return vendor.calls().values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void many_that_wait_cost_one_call_and_an_sms_one_more_once() {
      var leases =
          IntStream.range(0, 40).mapToObj(i -> leased("ref-" + i)).map(Lease::ref).toList();
      long before = calls();

      provider().poll(leases);
      assertEquals(before + 1, calls());

      assertTrue(deliver(vendor.books().activations().get(7).phone(), "code 123456"));
      provider().poll(leases);
      assertEquals(before + 3, calls());

      var again = assertInstanceOf(Answer.Given.class, provider().poll(leases));
      assertEquals(before + 4, calls());
      var shown = assertInstanceOf(LeaseNews.class, ((Map<?, ?>) again.value()).get(leases.get(7)));
      assertEquals(
          List.of("code 123456"), shown.messages().stream().map(UpstreamSms::text).toList());
    }

    @Test
    void an_sms_twice_the_same_is_two_by_its_time() {
      vendor.setAutomatic("whatsapp", true);
      vendor.plan(Fault.of(Kind.DUPLICATE_SMS));
      var lease = leased("a");
      advance(Duration.ofSeconds(30));

      assertEquals(1, news(lease).messages().size());
      assertEquals(2, vendor.books().activations().getFirst().smsSent());
    }

    @Test
    void an_sms_after_the_end_is_shown() {
      vendor.plan(Fault.of(Kind.LATE_SMS));
      var lease = leased("a");
      advance(Duration.ofMinutes(21));

      assertEquals(1, news(lease).messages().size());
      assertTrue(far(lease).refunded());
      assertEquals(1L, vendor.seen().get(Kind.LATE_SMS));
    }

    @Test
    void an_answer_that_comes_in_time_though_slowly_is_heard() {
      var lease = leased("a");
      vendor.plan(Fault.of(Kind.SLOW).on(Place.STATUS).lasting(Duration.ofMillis(100)));

      assertEquals(State.OPEN, news(lease).state());
    }
  }
}
