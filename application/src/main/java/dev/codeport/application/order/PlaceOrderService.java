package dev.codeport.application.order;

import dev.codeport.application.worker.Parallel;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.Ban;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.OrderTerms;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.pool.Route;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

final class PlaceOrderService implements PlaceOrder {
  private final OrderParts parts;
  private final RouteFinder finder;
  private final Procurement procurement;
  private final Repetition repetition;

  PlaceOrderService(OrderParts parts) {
    this.parts = parts;
    this.finder = new RouteFinder(parts);
    this.procurement = new Procurement(parts);
    this.repetition = new Repetition(parts.storage());
  }

  @Override
  public Result placeOrder(Command command) {
    return placeOrder(command, System.nanoTime() + parts.placeDeadline().toNanos());
  }

  private Result placeOrder(Command command, long deadline) {
    var now = parts.clock().instant();
    var ban = ban(command.account(), now);
    if (ban.isPresent()) {
      return unlessRepeated(command, new Banned(ban.get(), ban.get().remaining(now)));
    }
    return switch (finder.find(command.account(), command.wish(), now)) {
      case RouteFinder.Nothing nothing -> unlessRepeated(command, new NoOffer());
      case RouteFinder.NoPrice none -> unlessRepeated(command, new NoRate());
      case RouteFinder.Away away ->
          unlessRepeated(command, new ProviderFailed("the vendors do not answer at present"));
      case RouteFinder.Routes found -> place(command, found, now, deadline);
    };
  }

  private Optional<Ban> ban(AccountId id, Instant now) {
    return parts
        .accounts()
        .account(id)
        .filter(account -> !account.isExempt(Account.Exemption.ABUSE_GUARD))
        .flatMap(account -> account.banAt(now));
  }

  /** A refusal counts only for a request that is new: a repeated one gets its first answer. */
  private Result unlessRepeated(Command command, Result refusal) {
    return repetition
        .find(command.account(), command.repeatable())
        .map(this::repeated)
        .orElse(refusal);
  }

  private Result place(Command command, RouteFinder.Routes found, Instant now, long deadline) {
    var tasks = spread(command, found, now);
    var change = Change.of(command.account());
    for (var task : tasks) {
      change.step(Order.Placed.place(task.order().terms(), task.route())).attempt(task.attempt());
    }
    var claim = claim(command, tasks, now);
    claim.ifPresent(change::claim);
    return switch (parts.storage().commit(change.build())) {
      case CommitResult.Committed committed -> procure(command, tasks, claim, deadline);
      case CommitResult.TooPoor poor ->
          unlessRepeated(command, new TooPoor(needed(tasks), poor.wallet().available()));
      case CommitResult.KeyTaken taken -> keyTaken(command, taken.claim());
      case CommitResult.Stale stale -> again(command, deadline);
    };
  }

  /** Nothing was taken; the store asked for another try, as after a deadlock. */
  private Result again(Command command, long deadline) {
    if (System.nanoTime() > deadline) {
      throw new IllegalStateException("the store refused a new order again and again");
    }
    return placeOrder(command, deadline);
  }

  private Result keyTaken(Command command, Claim claim) {
    var meaning = repetition.read(command.account(), claim, command.repeatable().orElseThrow());
    return meaning instanceof Repetition.Freed ? placeOrder(command) : repeated(meaning);
  }

  private Result repeated(Repetition.Meaning meaning) {
    return switch (meaning) {
      case Repetition.Reused reused -> new KeyReused();
      case Repetition.Running running -> new InProgress(Repetition.RETRY_AFTER);
      case Repetition.Freed freed -> new InProgress(Repetition.RETRY_AFTER);
      case Repetition.Done done ->
          new Replayed(done.orders().stream().map(parts::show).toList(), done.failed());
    };
  }

  /**
   * Each order begins with the best route that has a number left for it, by the vendor's count;
   * what goes beyond all counts begins at the top.
   */
  private List<Procurement.Task> spread(Command command, RouteFinder.Routes found, Instant now) {
    var tasks = new ArrayList<Procurement.Task>();
    var taken = new HashMap<TierId, Integer>();
    while (tasks.size() < command.quantity()) {
      var routes = tasks.isEmpty() ? found.routes() : found.again().get();
      var at = firstLeft(routes, taken);
      taken.merge(routes.get(at).tier().id(), 1, Integer::sum);
      tasks.add(task(command, routes, at, now));
    }
    return tasks;
  }

  private static int firstLeft(List<Route> routes, Map<TierId, Integer> taken) {
    for (int at = 0; at < routes.size(); at++) {
      var route = routes.get(at);
      if (taken.getOrDefault(route.tier().id(), 0) < route.count()) {
        return at;
      }
    }
    return 0;
  }

  private Procurement.Task task(Command command, List<Route> routes, int at, Instant now) {
    var route = routes.get(at);
    var more = routes.subList(at + 1, routes.size());
    var terms =
        new OrderTerms(
            parts.storage().ids().nextOrder(),
            command.account(),
            command.wish(),
            Optional.empty(),
            now,
            command.urgency().map(urgency -> urgency.from(now)));
    var placed = Order.Placed.place(terms, route).order();
    return new Procurement.Task(placed, procurement.attempt(terms.id(), 1, route), route, more);
  }

  private static Optional<Claim> claim(Command command, List<Procurement.Task> tasks, Instant now) {
    var ids = tasks.stream().map(task -> task.order().id()).toList();
    return command.repeatable().map(r -> new Claim(r.key(), r.fingerprint(), ids, now));
  }

  private Money needed(List<Procurement.Task> tasks) {
    return tasks.stream()
        .map(task -> task.order().charge().price())
        .reduce(parts.prices().ledger().zero(), Money::plus);
  }

  private Result procure(
      Command command, List<Procurement.Task> tasks, Optional<Claim> claim, long deadline) {
    var outcomes = inParallel(tasks, deadline);
    var now = parts.clock().instant();
    var got =
        outcomes.stream()
            .filter(Procurement.Got.class::isInstance)
            .map(outcome -> parts.show(((Procurement.Got) outcome).order(), now))
            .toList();
    if (!got.isEmpty()) {
      return new Accepted(got, command.quantity() - got.size());
    }
    claim.ifPresent(
        taken -> parts.storage().commit(Change.of(command.account()).release(taken).build()));
    return refusal(outcomes);
  }

  private List<Procurement.Outcome> inParallel(List<Procurement.Task> tasks, long deadline) {
    if (tasks.size() == 1) {
      return List.of(procurement.get(tasks.getFirst(), NumberProvider::lease, deadline));
    }
    return Parallel.all(
        tasks.stream()
            .<Callable<Procurement.Outcome>>map(
                task -> () -> procurement.get(task, NumberProvider::lease, deadline))
            .toList());
  }

  private static Result refusal(List<Procurement.Outcome> outcomes) {
    for (var outcome : outcomes) {
      if (outcome instanceof Procurement.Nobody nobody && !nobody.onlyStock()) {
        return new ProviderFailed(nobody.reason());
      }
    }
    return new NoOffer();
  }
}
