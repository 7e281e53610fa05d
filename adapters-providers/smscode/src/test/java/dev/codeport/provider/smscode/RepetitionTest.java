package dev.codeport.provider.smscode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.LeaseResult.Leased;
import dev.codeport.domain.pool.LeaseResult.Unknown;
import dev.codeport.provider.smscode.FakeSmsCode.Lost;
import dev.codeport.provider.smscode.FakeSmsCode.LostOnce;
import dev.codeport.provider.smscode.FakeSmsCode.Says;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What our reference as the vendor's key is good for. */
class RepetitionTest {
  @Test
  void a_number_whose_answer_got_lost_comes_with_the_repetition() {
    try (var bench = new Bench().saying(new LostOnce())) {
      var lease = bench.leased("cp00ff");

      assertEquals(1, bench.vendor.books().sales().size());
      assertEquals("511", lease.ref().id());
      assertEquals(List.of("orders/create cp00ff", "orders/create cp00ff"), purchases(bench));
    }
  }

  @Test
  void it_is_repeated_once_and_then_unknown() {
    try (var bench = new Bench().saying(new Lost())) {
      assertInstanceOf(Unknown.class, bench.lease("a"));
      assertEquals(2, purchases(bench).size());
      assertEquals(1, bench.vendor.books().sales().size());
    }
  }

  @Test
  void a_no_to_the_repetition_does_not_settle_the_first() {
    var no =
        List.of(
            new Says(429, Shapes.error("RATE_LIMIT_EXCEEDED", Map.of())),
            new Says(409, Shapes.error("REQUEST_IN_PROGRESS", Map.of())),
            new Says(422, Shapes.error("NO_OFFER_AVAILABLE", Map.of())),
            new Says(401, Shapes.error("UNAUTHORIZED", Map.of())));
    for (var says : no) {
      try (var bench = new Bench().saying(new LostOnce()).saying(says)) {
        assertInstanceOf(Unknown.class, bench.lease("a"), says.body());
        assertEquals(1, bench.vendor.books().sales().size());
      }
    }
  }

  @Test
  void what_is_definite_is_not_repeated() {
    try (var bench = new Bench()) {
      bench.saying(new Says(422, Shapes.error("PROVIDER_ERROR", Map.of())));

      assertInstanceOf(LeaseResult.Unavailable.class, bench.lease("a"));
      assertEquals(1, purchases(bench).size());
    }
  }

  @Test
  void the_same_reference_is_the_same_number_and_with_another_price_in_doubt() {
    try (var bench = new Bench()) {
      var lease = bench.leased("a");

      var again = assertInstanceOf(Leased.class, bench.lease("a")).lease();
      assertEquals(lease, again);
      assertInstanceOf(Unknown.class, bench.provider.lease(bench.request("a", 8000)));
      assertEquals(1, bench.vendor.books().sales().size());
    }
  }

  @Test
  void a_reactivation_is_repeated_like_any_purchase() {
    try (var bench = new Bench()) {
      var lease = bench.leased("a");
      bench.vendor.books().deliver(lease.phone().e164(), "code 4711");
      bench.provider.finish(lease.ref());
      bench.saying(new LostOnce());

      var again = bench.provider.reactivate(lease.ref(), bench.request("b", 100_000));

      assertEquals(lease.phone(), assertInstanceOf(Leased.class, again).lease().phone());
      assertEquals(2, bench.vendor.books().sales().size());
    }
  }

  private static List<String> purchases(Bench bench) {
    return bench.vendor.heard().stream().filter(path -> path.contains("create")).toList();
  }
}
