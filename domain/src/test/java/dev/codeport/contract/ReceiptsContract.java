package dev.codeport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.CallbackResult;
import dev.codeport.domain.verification.CallbackResult.Forged;
import dev.codeport.domain.verification.CallbackResult.Genuine;
import dev.codeport.domain.verification.CallbackResult.NotOurs;
import dev.codeport.domain.verification.Receipt;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a sender understands what its service tells unasked. */
public interface ReceiptsContract extends SenderStage {
  @Test
  default void what_it_tells_of_something_it_took_is_a_receipt() {
    int phones = 0;
    for (var status : told()) {
      var handle = accepted("ref-" + status, phone(phones++)).handle();

      var receipt = receipt(callback(handle, status));

      assertEquals(sender().profile().id(), receipt.sender());
      assertEquals(handle, receipt.handle());
      assertEquals(status, receipt.status());
      assertFalse(receipt.at().isBefore(now().minus(Duration.ofMinutes(1))));
      assertFalse(receipt.at().isAfter(now().plus(Duration.ofMinutes(1))));
    }
  }

  @Test
  default void it_is_understood_before_the_answer_to_the_send() {
    for (var status : told()) {
      assertEquals(stranger(), receipt(callback(stranger(), status)).handle());
    }
  }

  @Test
  default void told_twice_and_in_any_order_it_says_the_same() {
    var callbacks =
        new ArrayList<>(told().stream().map(each -> callback(stranger(), each)).toList());
    var receipts = callbacks.stream().map(this::receipt).toList();
    Collections.reverse(callbacks);

    var again = callbacks.stream().map(this::receipt).toList();

    assertEquals(receipts, again.reversed());
  }

  @Test
  default void what_somebody_else_made_up_is_forged() {
    for (var status : told()) {
      for (var forgery : forgeries(stranger(), status)) {
        assertInstanceOf(Forged.class, sender().read(forgery));
      }
    }
  }

  @Test
  default void what_nobody_signed_is_not_genuine() {
    for (var body : Garbage.BODIES) {
      var result = sender().read(bare(body));

      assertFalse(result instanceof Genuine, () -> Garbage.shown(body));
    }
  }

  @Test
  default void one_that_never_calls_says_so() {
    if (told().isEmpty()) {
      assertInstanceOf(NotOurs.class, sender().read(bare("{}")));
    }
  }

  private static Callback bare(String body) {
    return new Callback(
        "POST",
        URI.create("https://codes.example.org/callbacks/sender"),
        Map.of("content-type", List.of("application/json")),
        body);
  }

  private Receipt receipt(Callback callback) {
    CallbackResult result = sender().read(callback);
    return assertInstanceOf(Genuine.class, result).receipts().getFirst();
  }
}
