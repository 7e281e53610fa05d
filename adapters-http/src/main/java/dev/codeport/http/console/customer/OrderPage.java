package dev.codeport.http.console.customer;

import dev.codeport.domain.code.Candidate;
import dev.codeport.domain.order.Capabilities;
import dev.codeport.http.api.order.TimelineEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the template {@code order} shows.
 *
 * @param since from when the number is ours
 * @param until until when; none when there is no number, or it is over
 * @param stream where news of it come from; empty when there will be none
 * @param types what news may be called
 * @param key under which a step that takes money is done once
 */
public record OrderPage(
    OrderLine order,
    String provider,
    String operator,
    Capabilities can,
    boolean open,
    boolean cancelAsked,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<Instant> closedAt,
    String failed,
    Optional<Long> parent,
    List<Message> messages,
    List<TimelineEndpoint.ItemView> timeline,
    String stream,
    String types,
    String key) {
  /** One SMS, and why its code was taken. */
  public record Message(
      List<Marked> text,
      Optional<String> code,
      boolean late,
      String rule,
      List<Candidate> candidates,
      Instant at) {}

  /** Whether it waits for an SMS. */
  public boolean isWaiting() {
    return open && !order.status().equals("received");
  }

  /** How much of its time is left, in thousandths. */
  public long shareLeft(Instant now) {
    var from = since.orElse(order.placedAt());
    var to = until.orElse(now);
    var whole = Math.max(1, Duration.between(from, to).toMillis());
    return Math.clamp(Duration.between(now, to).toMillis() * 1000 / whole, 0L, 1000L);
  }

  /** Whether anything may be done at all, now or soon. */
  public boolean hasSteps() {
    return open || can.canReactivate();
  }
}
