package dev.codeport.provider.smscode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.VendorCatalog.Word;
import dev.codeport.provider.smscode.FakeSmsCode.Says;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void its_ids_are_told_with_what_they_mean_to_us() {
    var catalog = Bench.given(bench.provider.catalog());

    assertEquals(
        List.of(
            new Word("7", "indonesia", Optional.of("id"), true, true),
            new Word("12", "united kingdom", Optional.of("gb"), true, true),
            new Word("99", "nowhere", Optional.empty(), false, true)),
        catalog.countries());
    assertEquals(
        List.of(
            new Word("3", "whatsapp", Optional.of("whatsapp"), true, true),
            new Word("4", "telegram", Optional.of("telegram"), true, true),
            new Word("5", "chatbox", Optional.empty(), false, true)),
        catalog.platforms());
  }

  @Test
  void of_two_ids_for_one_thing_we_order_by_the_first() {
    bench
        .saying(list("{\"id\":7,\"code\":\"id\",\"name\":\"Indonesia\"}"))
        .saying(
            list(
                "{\"id\":3,\"code\":\"whatsapp\",\"name\":\"WhatsApp\"},"
                    + "{\"id\":30,\"code\":\"WhatsApp\",\"name\":\"WhatsApp 2\"},"
                    + "{\"code\":\"no-id\",\"name\":\"Lost\"}"));

    assertEquals(
        List.of(
            new Word("3", "whatsapp", Optional.of("whatsapp"), true, true),
            new Word("30", "whatsapp 2", Optional.of("whatsapp"), false, true)),
        Bench.given(bench.provider.catalog()).platforms());
  }

  @Test
  void what_is_known_from_before_is_not_told_for_what_the_vendor_does_not_tell_now() {
    bench.saying(new Says(503, Shapes.error("SERVICE_UNAVAILABLE", Map.of())));

    var missing = assertInstanceOf(Answer.Missing.class, bench.provider.catalog());

    assertEquals("SERVICE_UNAVAILABLE", missing.detail());
  }

  private static Says list(String elements) {
    return new Says(200, "{\"success\":true,\"data\":[" + elements + "]}");
  }
}
