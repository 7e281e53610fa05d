package dev.codeport.bootstrap.faultrun;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A customer with one order. What it wants and how it behaves is for the seed and the order's
 * number to say.
 */
final class Shopper {
  /** How often it looks, a second or so each, before it gives up. */
  private static final int LOOKS = 8;

  private static final String ANY_BUT_THE_SERVICES_OWN =
      "\"exclude_providers\":[\"cheap\",\"swift\"]";

  private final Door door;
  private final int account;
  private final String key;
  private final Memory memory;
  private final Random random;
  private final Habit habit;
  private final String wish;

  Shopper(Door door, int account, int number, List<String> vendors, Memory memory, Random random) {
    this.door = door;
    this.account = account;
    this.key = "order-" + number;
    this.memory = memory;
    this.random = random;
    this.habit = Habit.of(random);
    this.wish = wish(vendors);
  }

  private String wish(List<String> vendors) {
    var platform = random.nextInt(3) == 0 ? "telegram" : "whatsapp";
    var policy = random.nextInt(3) == 0 ? "balanced" : "cheapest";
    var preferred = vendors.get(random.nextInt(vendors.size()));
    var hurry =
        habit == Habit.IS_IN_A_HURRY
            ? ",\"max_price\":\"20000\",\"code_within\":60,\"move_after\":10"
            : "";
    return "{\"country\":\"id\",\"platform\":\"%s\",\"policy\":\"%s\",\"prefer_provider\":\"%s\",%s%s}"
        .formatted(platform, policy, preferred, ANY_BUT_THE_SERVICES_OWN, hurry);
  }

  /** Places the order and does with it what one does. */
  void shop() throws InterruptedException, ExecutionException {
    memory.asked(account, key);
    var order = habit == Habit.REPEATS ? orderAtTheSameTime() : order();
    if (order.isEmpty()) {
      return;
    }
    var path = "/api/orders/" + order.get();
    switch (habit) {
      case WAITS, IS_IN_A_HURRY -> finish(path, await(path, LOOKS));
      case WANTS_ANOTHER -> another(path, await(path, LOOKS));
      case CANCELS_EARLY -> cancelEarly(path);
      case CANCELS_LATE -> cancelLate(path, await(path, LOOKS / 2));
      case REPEATS -> repeat(path);
      case CHANGES -> change(path, await(path, LOOKS / 2));
      case GOES_AWAY -> {}
    }
  }

  /** The order's number, once there is one. */
  private Optional<Long> order() throws InterruptedException {
    for (int i = 0; i < LOOKS; i++) {
      var answer = door.post("/api/orders", wish, key);
      if (answer.isGood()) {
        var placed = answer.json().path("orders").path(0);
        memory.accepted(key, placed.path("id").asLong());
        memory.saw(placed);
        return Optional.of(placed.path("id").asLong());
      }
      memory.refused(answer);
      TimeUnit.SECONDS.sleep(1);
      if (!answer.problem().equals("request-in-progress")) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<Long> orderAtTheSameTime() throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each :
          threads.invokeAll(Collections.<Callable<Optional<Long>>>nCopies(3, this::order))) {
        each.get();
      }
    }
    return order();
  }

  /**
   * How it stands when something has come, when it has ended, or when it was looked at so often.
   */
  private JsonNode await(String path, int looks) throws InterruptedException {
    var order = look(path, "?wait=1");
    for (int i = 1; i < looks && isWaiting(order); i++) {
      order = look(path, "?wait=2&revision=" + order.path("revision").asLong());
    }
    return order;
  }

  private static boolean isWaiting(JsonNode order) {
    return switch (order.path("status").asText()) {
      case "settling", "moving", "active", "awaiting" -> true;
      default -> false;
    };
  }

  private JsonNode look(String path, String query) throws InterruptedException {
    var answer = door.get(path + query);
    memory.broke(answer);
    if (answer.isGood()) {
      memory.saw(answer.json());
    } else if (answer.status() == 404) {
      memory.wrong.add("I2 the order " + path + " of " + key + " is gone");
    }
    return answer.json();
  }

  private Door.Answer step(String path, String step, String body) throws InterruptedException {
    var answer = door.post(path + "/" + step, body, key + "-" + step + random.nextInt(1 << 30));
    memory.broke(answer);
    if (answer.isGood()) {
      memory.saw(answer.json());
    }
    return answer;
  }

  private void finish(String path, JsonNode order) throws InterruptedException {
    if (order.path("status").asText().equals("received")) {
      step(path, "finish", "{}");
    }
  }

  private void another(String path, JsonNode order) throws InterruptedException {
    if (order.path("can").path("another_code").asBoolean()) {
      step(path, "another-code", "{}");
    }
    finish(path, await(path, LOOKS / 2));
  }

  private void cancelEarly(String path) throws InterruptedException {
    if (random.nextBoolean()) {
      step(path, "cancel", "{\"when\":\"allowed\"}");
    } else {
      step(path, "cancel", "{}");
    }
    await(path, LOOKS / 2);
  }

  private void cancelLate(String path, JsonNode order) throws InterruptedException {
    if (isWaiting(order)) {
      step(path, "cancel", "{}");
      look(path, "");
    } else {
      finish(path, order);
    }
  }

  private void repeat(String path) throws InterruptedException {
    order();
    finish(path, await(path, LOOKS));
    order();
  }

  private void change(String path, JsonNode order) throws InterruptedException {
    if (isWaiting(order)) {
      follow(step(path, "replace", "{}"));
    } else {
      finish(path, order);
      follow(step(path, "reactivate", "{}"));
    }
  }

  /** The new order is one like any other. */
  private void follow(Door.Answer answer) throws InterruptedException {
    var next = answer.json().path("orders").path(0).path("id").asLong();
    if (answer.isGood() && next > 0) {
      await("/api/orders/" + next, LOOKS / 2);
    }
  }
}
