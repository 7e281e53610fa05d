package dev.codeport.bootstrap.faultrun;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What customers were told, to be compared with what is true in the end. */
final class Memory {
  final Map<String, Placed> placed = new ConcurrentHashMap<>();
  final Map<Long, Map<Integer, String>> shown = new ConcurrentHashMap<>();
  final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  final AtomicInteger accepted = new AtomicInteger();
  final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();

  /**
   * @param account whose key it is
   * @param order none as long as no answer told
   */
  record Placed(int account, Optional<Long> order) {}

  void asked(int account, String key) {
    placed.putIfAbsent(key, new Placed(account, Optional.empty()));
  }

  /** The same key stands for the same order, whenever it is asked. */
  void accepted(String key, long order) {
    placed.compute(
        key,
        (name, before) -> {
          if (before.order().isEmpty()) {
            accepted.incrementAndGet();
          } else if (before.order().get() != order) {
            wrong.add("I2 key " + key + " stood for " + before.order().get() + ", now " + order);
          }
          return new Placed(before.account(), Optional.of(order));
        });
  }

  /** What is shown of an order; an SMS that was shown before reads the same. */
  void saw(JsonNode order) {
    var revision = order.path("sms_count").asInt();
    if (revision == 0) {
      return;
    }
    var id = order.path("id").asLong();
    var text = order.path("text").asText();
    var before =
        shown.computeIfAbsent(id, key -> new ConcurrentHashMap<>()).putIfAbsent(revision, text);
    if (before != null && !before.equals(text)) {
      wrong.add("I6 order " + id + " showed SMS " + revision + " as \"" + before + "\", now else");
    }
  }

  void refused(Door.Answer answer) {
    refusals.computeIfAbsent(answer.problem(), key -> new LongAdder()).increment();
    broke(answer);
  }

  /** A fault of the service's own is none of the plan. */
  void broke(Door.Answer answer) {
    if (answer.status() == 500) {
      wrong.add("the service broke: " + answer.json());
    }
  }

  /** Every text that was shown of an order, by its revision. */
  Map<Integer, String> shown(long order) {
    return new HashMap<>(shown.getOrDefault(order, Map.of()));
  }

  List<String> wrong() {
    return List.copyOf(wrong);
  }
}
