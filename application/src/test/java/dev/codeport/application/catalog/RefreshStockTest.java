package dev.codeport.application.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.domain.money.Ledger;
import dev.codeport.memory.MemoryStockCache;
import dev.codeport.memory.MemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshStockTest {
  private static final Instant NOON = Instant.parse("2031-01-02T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Shop one = new Shop("one");
  private final Shop other = new Shop("other");
  private final MemoryStockCache cache = new MemoryStockCache();
  private final RefreshStock refresh = refresh();

  @Test
  void every_vendor_is_heard_again_and_again() {
    one.has(one.offer("", "0.10", 5));
    other.has(other.offer("", "0.20", 6));

    assertEquals(2, refresh.runOnce(NOON));
    assertEquals(0, refresh.runOnce(NOON.plus(MINUTE).minusMillis(1)));
    assertEquals(2, refresh.runOnce(NOON.plus(MINUTE)));

    assertEquals(2, one.asked);
    assertEquals(2, cache.all().size());
    assertEquals(NOON.plus(MINUTE), cache.all().getFirst().asOf());
  }

  @Test
  void a_vendor_that_asks_to_be_left_alone_for_longer_is() {
    one.isAway(Optional.of(Duration.ofMinutes(5)));
    other.isAway(Optional.of(Duration.ofSeconds(1)));
    refresh.runOnce(NOON);

    for (int second = 1; second < 300; second++) {
      refresh.runOnce(NOON.plusSeconds(second));
    }
    assertEquals(1, one.asked);
    assertEquals(5, other.asked);

    refresh.runOnce(NOON.plusSeconds(300));
    assertEquals(2, one.asked);
  }

  private RefreshStock refresh() {
    var pool = new Pool(List.of(one, other));
    var stock = new LiveStock(pool, cache, Duration.ofMinutes(2));
    var tiers = new TierDirectory(new MemoryStorage(Ledger.rupiah()).tiers());
    return new RefreshStock(pool, stock, tiers, MINUTE);
  }
}
