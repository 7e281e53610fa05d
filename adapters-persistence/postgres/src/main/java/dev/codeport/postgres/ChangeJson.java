package dev.codeport.postgres;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.pool.Outcome;
import dev.codeport.domain.storage.Change;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** A change as the parameter of {@code commit_change}: sections that are not there are left out. */
final class ChangeJson {
  private final Seals seals;
  private final ClaimJson claims;
  private final OrderJson orders;
  private final MoneyJson money;

  ChangeJson(Ledger ledger, Seals seals) {
    this.seals = seals;
    this.claims = new ClaimJson(seals);
    this.orders = new OrderJson(ledger, seals);
    this.money = new MoneyJson(ledger);
  }

  String of(Change change) {
    var account = change.account();
    var json = new RowJson().put("account_id", account.value()).node();
    change.releases().ifPresent(claim -> json.set("release", claims.row(account, claim)));
    change.claim().ifPresent(claim -> json.set("claim", claims.row(account, claim)));
    rows(json, "placed", byId(change, true), (order, at) -> orders.row(order));
    rows(json, "moved", byId(change, false), (order, at) -> orders.row(order));
    var attempts = AttemptJson.newest(change.attempts());
    rows(json, "attempts", attempts, (attempt, at) -> AttemptJson.row(account, attempt));
    rows(json, "leases", LeaseJson.of(change), (lease, at) -> lease.row(account));
    rows(json, "messages", change.messages(), (sms, at) -> message(account, sms));
    money.write(json, change.entries());
    rows(json, "events", change.events(), ChangeJson::event);
    return json.toString();
  }

  /** What the change tells of vendors, as rows; none when it tells nothing. */
  Optional<String> outcomes(Change change) {
    if (change.outcomes().isEmpty()) {
      return Optional.empty();
    }
    ArrayNode rows = new ArrayNode(JsonNodeFactory.instance);
    change.outcomes().forEach(outcome -> rows.add(outcome(change.account(), outcome).node()));
    return Optional.of(rows.toString());
  }

  private static RowJson outcome(AccountId account, Outcome outcome) {
    return new RowJson()
        .put("account_id", account.value())
        .put("tier_id", outcome.tier().value())
        .put("result", outcome.result())
        .put("at", outcome.at())
        .put("waited_ms", outcome.waited().toMillis());
  }

  /** Adds a section, unless it is empty. Rows are numbered from 1. */
  static <T> void rows(
      ObjectNode json, String name, List<T> things, BiFunction<T, Integer, RowJson> row) {
    if (things.isEmpty()) {
      return;
    }
    ArrayNode array = json.putArray(name);
    for (int i = 0; i < things.size(); i++) {
      array.add(row.apply(things.get(i), i + 1).node());
    }
  }

  /** The new or the moved ones, in an order in which two changes never wait crosswise. */
  private static List<Order> byId(Change change, boolean isNew) {
    return change.orders().stream()
        .filter(order -> order.revision() == 1 == isNew)
        .sorted(Comparator.comparing(Order::id))
        .toList();
  }

  private RowJson message(AccountId account, Sms sms) {
    return new RowJson()
        .put("order_id", sms.order().value())
        .put("revision", sms.revision())
        .put("account_id", account.value())
        .put("key_hash", seals.smsKeyHash(sms.key()))
        .put("key", seals.smsKey(sms.key()))
        .put("text", seals.text(sms.text()))
        .putText("code", seals.code(sms.code()))
        .put("rule", sms.rule())
        .put("received_at", sms.receivedAt())
        .put("late", sms.late());
  }

  private static RowJson event(Event event, int number) {
    var row =
        new RowJson()
            .put("number", number)
            .put("type", event.type())
            .put("order_id", event.order().value())
            .put("at", event.at());
    event.smsRevision().ifPresent(revision -> row.put("sms_revision", revision));
    return row;
  }
}
