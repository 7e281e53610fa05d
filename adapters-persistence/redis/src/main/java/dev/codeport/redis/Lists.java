package dev.codeport.redis;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.pool.StockCache.Stocked;
import io.lettuce.core.KeyValue;
import io.lettuce.core.MapScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Vendors' lists as they lie in Redis: one hash for each vendor, a page for each product, and the
 * list's version. Long lists go and come in pieces, so that nobody waits behind them.
 */
final class Lists {
  private static final Script SWAP = Script.named("stock-swap.lua");
  private static final Script PAGE = Script.named("stock-page.lua");
  private static final Script SOLD_OUT = Script.named("stock-soldout.lua");
  private static final String VERSION = "#";
  private static final int PIECE = 500;
  private static final Duration UNFINISHED = Duration.ofMinutes(1);

  private final Redis redis;
  private final Duration life;
  private final AtomicLong drafts = new AtomicLong();

  /**
   * @param page the offers of the product; none when the list has nothing about it
   * @param version the list's; 0 when the whole list was not heard of
   */
  record Found(Optional<List<Stocked>> page, long version) {}

  Lists(Redis redis, Duration life) {
    this.redis = redis;
    this.life = life;
  }

  /** The list's new version; 0 when it was not written. */
  long write(ProviderId provider, Map<CatalogProductId, List<Stocked>> pages) {
    var draft = key(provider) + ":" + redis.name() + "." + drafts.incrementAndGet();
    var piece = new HashMap<String, String>();
    for (var page : pages.entrySet()) {
      piece.put(field(page.getKey()), Page.of(page.getValue()));
      if (piece.size() == PIECE) {
        if (!add(draft, piece)) {
          return 0;
        }
        piece = new HashMap<>();
      }
    }
    if (!piece.isEmpty() && !add(draft, piece)) {
      return 0;
    }
    var size = Integer.toString(pages.size());
    var swapped = version(SWAP.run(redis, List.of(key(provider), draft), size, millis(life)));
    if (swapped.orElse(0L) != 0) {
      remember(provider);
    }
    return swapped.orElse(0L);
  }

  /** The version after, 0 when the whole list is unknown; nothing when Redis did not answer. */
  Optional<Long> writePage(ProviderId provider, CatalogProductId product, List<Stocked> page) {
    var written =
        PAGE.run(redis, List.of(key(provider)), field(product), Page.of(page), millis(life));
    written.filter(version -> version.getFirst().equals(0L)).ifPresent(begun -> remember(provider));
    return version(written);
  }

  /** As {@link #writePage}; also 0 when the offer is unknown. */
  Optional<Long> soldOut(TierKey tier, Instant asOf) {
    return version(
        SOLD_OUT.run(
            redis,
            List.of(key(tier.provider())),
            field(tier.product()),
            Page.operator(tier),
            Long.toString(Page.micros(asOf))));
  }

  Pending<List<KeyValue<String, String>>> beginPage(ProviderId provider, CatalogProductId product) {
    var key = key(provider);
    return redis.begin(key, commands -> commands.hmget(key, VERSION, field(product)));
  }

  /** Nothing when Redis did not answer. */
  Optional<Found> page(
      ProviderId provider,
      CatalogProductId product,
      Pending<List<KeyValue<String, String>>> pending) {
    try {
      return pending
          .await(redis.timeout())
          .map(
              found ->
                  new Found(
                      Optional.ofNullable(found.get(1).getValueOrElse(null))
                          .map(page -> Page.read(provider, product, page)),
                      Long.parseLong(found.getFirst().getValueOrElse("0"))));
    } catch (IllegalArgumentException e) {
      return strange(provider, e);
    }
  }

  Pending<Set<String>> beginProviders() {
    return redis.begin(directory(), commands -> commands.smembers(directory()));
  }

  /** Whose lists there are, or were lately. */
  List<ProviderId> providers(Pending<Set<String>> pending) {
    return pending.await(redis.timeout()).orElse(Set.of()).stream()
        .flatMap(name -> provider(name).stream())
        .toList();
  }

  private static Optional<ProviderId> provider(String name) {
    try {
      return Optional.of(new ProviderId(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** 0 when there is no whole list or no answer. */
  long version(ProviderId provider) {
    var key = key(provider);
    return redis
        .ask(key, commands -> commands.hmget(key, VERSION))
        .map(found -> Long.parseLong(found.getFirst().getValueOrElse("0")))
        .orElse(0L);
  }

  /** All pages; nothing when Redis did not answer to the end. */
  Optional<Map<CatalogProductId, List<Stocked>>> read(ProviderId provider) {
    try {
      return scan(provider);
    } catch (IllegalArgumentException e) {
      return strange(provider, e);
    }
  }

  private Optional<Map<CatalogProductId, List<Stocked>>> scan(ProviderId provider) {
    var key = key(provider);
    var pages = new HashMap<CatalogProductId, List<Stocked>>();
    var cursor = ScanCursor.INITIAL;
    do {
      var from = cursor;
      Optional<MapScanCursor<String, String>> piece =
          redis.ask(key, commands -> commands.hscan(key, from, ScanArgs.Builder.limit(PIECE)));
      if (piece.isEmpty()) {
        return Optional.empty();
      }
      cursor = piece.get();
      piece.get().getMap().forEach((field, page) -> put(pages, provider, field, page));
    } while (!cursor.isFinished());
    return Optional.of(pages);
  }

  private static void put(
      Map<CatalogProductId, List<Stocked>> pages, ProviderId provider, String field, String page) {
    if (!field.equals(VERSION)) {
      var product = new CatalogProductId(Integer.parseInt(field));
      pages.put(product, Page.read(provider, product, page));
    }
  }

  private <T> Optional<T> strange(ProviderId provider, IllegalArgumentException why) {
    redis.complain("what Redis has of " + provider + " is none of ours: " + why.getMessage());
    return Optional.empty();
  }

  private boolean add(String draft, Map<String, String> piece) {
    var written = redis.begin(draft, commands -> commands.hset(draft, piece));
    var unused = redis.tell(draft, commands -> commands.pexpire(draft, UNFINISHED));
    return written.await(redis.timeout().multipliedBy(5)).isPresent();
  }

  private void remember(ProviderId provider) {
    var unused = redis.ask(directory(), commands -> commands.sadd(directory(), provider.value()));
    var unusedToo = redis.tell(directory(), commands -> commands.pexpire(directory(), life));
  }

  private static Optional<Long> version(Optional<List<Object>> answer) {
    return answer.map(list -> (Long) list.getFirst());
  }

  /** The vendor is the hash tag: its list and the drafts for it lie in one slot. */
  private String key(ProviderId provider) {
    return redis.key("stock:{" + provider + "}");
  }

  private String directory() {
    return redis.key("stock-of");
  }

  private static String field(CatalogProductId product) {
    return Integer.toString(product.value());
  }

  private static String millis(Duration time) {
    return Long.toString(time.toMillis());
  }
}
