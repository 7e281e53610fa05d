package dev.codeport.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.codeport.application.order.ClaimRequest;
import dev.codeport.application.order.Repeatable;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.money.Ledger;
import dev.codeport.http.Given;
import dev.codeport.http.server.Reply;
import dev.codeport.memory.MemoryStorage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OnceTest {
  private static final AccountId ACCOUNT = new AccountId(7);
  private static final List<OrderId> ABOUT = List.of(new OrderId(5));

  private Instant now = Given.NOW;
  private final ClaimRequest claims =
      ClaimRequest.over(account(new MemoryStorage(Ledger.rupiah())), () -> now);
  private final Once once = new Once(claims, () -> now);
  private int worked;

  private static MemoryStorage account(MemoryStorage storage) {
    storage.accounts().open(dev.codeport.domain.account.Account.opened(ACCOUNT, "x", Given.NOW));
    return storage;
  }

  @Test
  void while_the_first_may_be_running_a_repetition_waits_and_later_it_is_done() {
    claims.claimRequest(ACCOUNT, request("a"), ABOUT);

    assertEquals(409, run("a", Optional.empty(), this::ok));
    assertEquals(0, worked);
    now = now.plusSeconds(45);
    assertEquals(200, run("a", Optional.empty(), this::ok));
    assertEquals(1, worked);
  }

  @Test
  void what_is_done_is_not_done_again_and_says_so() {
    assertEquals(200, run("a", Optional.empty(), this::ok));

    assertEquals(201, run("a", Optional.of(Reply.empty(201)), this::ok));
    assertEquals(1, worked);
  }

  @Test
  void a_key_of_another_meaning_is_refused() {
    run("a", Optional.empty(), this::ok);
    var other = new Repeatable(new IdempotencyKey("a"), Fingerprint.of("other"));

    var reply = once.run(ACCOUNT, Optional.of(other), ABOUT, claim -> Optional.empty(), this::ok);

    assertEquals(422, reply.status());
    assertEquals(1, worked);
  }

  @Test
  void a_refusal_or_a_fault_frees_the_key() {
    assertEquals(404, run("a", Optional.empty(), () -> Reply.empty(404)));
    assertThrows(
        IllegalStateException.class,
        () ->
            run(
                "a",
                Optional.empty(),
                () -> {
                  throw new IllegalStateException("broken on purpose");
                }));

    assertEquals(200, run("a", Optional.empty(), this::ok));
    assertEquals(1, worked);
  }

  @Test
  void without_a_key_it_is_done_as_often_as_it_is_sent() {
    for (int i = 0; i < 3; i++) {
      once.run(ACCOUNT, Optional.empty(), ABOUT, claim -> Optional.empty(), this::ok);
    }

    assertEquals(3, worked);
  }

  private int run(String key, Optional<Reply> done, Supplier<Reply> work) {
    return once.run(ACCOUNT, Optional.of(request(key)), ABOUT, (Claim claim) -> done, work)
        .status();
  }

  private Reply ok() {
    worked++;
    return Reply.empty(200);
  }

  private static Repeatable request(String key) {
    return new Repeatable(new IdempotencyKey(key), Fingerprint.of("meaning"));
  }
}
