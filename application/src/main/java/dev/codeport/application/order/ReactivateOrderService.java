package dev.codeport.application.order;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.OrderTerms;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.QuoteResult;
import dev.codeport.domain.pool.Route;
import dev.codeport.domain.pool.Tally;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class ReactivateOrderService implements ReactivateOrder {
  private final OrderParts parts;
  private final Procurement procurement;
  private final Repetition repetition;

  ReactivateOrderService(OrderParts parts) {
    this.parts = parts;
    this.procurement = new Procurement(parts);
    this.repetition = new Repetition(parts.storage());
  }

  @Override
  public Result quoteReactivation(AccountId account, OrderId id) {
    return switch (offer(account, id, parts.clock().instant())) {
      case Possible possible -> new Quoted(possible.route().price());
      case Impossible not -> not.result();
    };
  }

  @Override
  public Result reactivateOrder(Command command) {
    var deadline = System.nanoTime() + parts.placeDeadline().toNanos();
    var repeated = repetition.find(command.account(), command.repeatable());
    if (repeated.isPresent()) {
      return repeated(repeated.get());
    }
    var now = parts.clock().instant();
    return switch (offer(command.account(), command.id(), now)) {
      case Impossible not -> not.result();
      case Possible possible -> reactivate(command, possible, now, deadline);
    };
  }

  private sealed interface Offered {}

  private record Possible(Order.Closed parent, LeaseRef lease, Route route) implements Offered {}

  private record Impossible(Result result) implements Offered {}

  private Offered offer(AccountId account, OrderId id, Instant now) {
    var found = parts.storage().orders().find(account, id);
    if (found.isEmpty()) {
      return new Impossible(new NotFound());
    }
    var refusal = parts.rules().reactivate(found.get(), now);
    if (refusal.isPresent()) {
      return new Impossible(new NotAllowed(refusal.get().reason()));
    }
    if (parts.storage().orders().isReactivating(id)) {
      return new Impossible(new NotAllowed("the number is just being reactivated"));
    }
    return found.get() instanceof Order.Closed parent
        ? quote(parent, now)
        : new Impossible(new NotAllowed("the order is not completed"));
  }

  private Offered quote(Order.Closed parent, Instant now) {
    var lease = parent.leased().orElseThrow().ref();
    var provider = parts.pool().find(lease.provider());
    if (provider.isEmpty()) {
      return new Impossible(new NotAllowed("the vendor is no longer configured"));
    }
    return switch (provider.get().quote(lease)) {
      case QuoteResult.Quoted quoted ->
          route(parent, quoted.cost(), now)
              .<Offered>map(route -> new Possible(parent, lease, route))
              .orElseGet(() -> new Impossible(new NoRate()));
      case QuoteResult.NotPossible not -> new Impossible(new ProviderFailed(not.detail()));
      case QuoteResult.Unavailable away -> new Impossible(new ProviderFailed(away.detail()));
    };
  }

  private Optional<Route> route(Order.Closed parent, Money cost, Instant now) {
    var tier = parent.charge().tier();
    var key = tier.key();
    return parts
        .prices()
        .sold(now)
        .price(parent.account(), key.country(), key.platform(), cost)
        .map(price -> new Route(tier, cost, price.amount(), price.rate(), 1, Tally.NONE));
  }

  private Result reactivate(Command command, Possible possible, Instant now, long deadline) {
    var route = possible.route();
    if (command.maxPrice().filter(max -> route.price().isMoreThan(max)).isPresent()) {
      return new TooDear(route.price());
    }
    var terms =
        new OrderTerms(
            parts.storage().ids().nextOrder(),
            command.account(),
            new Wish.Exact(route.tier().id()),
            Optional.of(possible.parent().id()),
            now);
    var step = Order.Placed.place(terms, route);
    var attempt = procurement.attempt(terms.id(), 1, route);
    var change = Change.of(step).attempt(attempt);
    var claim =
        command
            .repeatable()
            .map(r -> new Claim(r.key(), r.fingerprint(), List.of(terms.id()), now));
    claim.ifPresent(change::claim);
    return switch (parts.storage().commit(change.build())) {
      case CommitResult.Committed committed ->
          procure(
              claim,
              possible.lease(),
              new Procurement.Task(step.order(), attempt, route, List.of()),
              deadline);
      case CommitResult.TooPoor poor -> new TooPoor(route.price(), poor.wallet().available());
      case CommitResult.KeyTaken taken ->
          repeated(
              repetition.read(
                  command.account(), taken.claim(), command.repeatable().orElseThrow()));
      case CommitResult.Stale stale -> new NotAllowed("the number is just being reactivated");
    };
  }

  private Result procure(
      Optional<Claim> claim, LeaseRef lease, Procurement.Task task, long deadline) {
    Procurement.Ask again = (provider, request) -> provider.reactivate(lease, request);
    return switch (procurement.get(task, again, deadline)) {
      case Procurement.Got got -> new Reactivated(parts.show(got.order()));
      case Procurement.Nobody nobody -> {
        var account = task.order().account();
        claim.ifPresent(c -> parts.storage().commit(Change.of(account).release(c).build()));
        yield new ProviderFailed(nobody.reason());
      }
    };
  }

  private Result repeated(Repetition.Meaning meaning) {
    return switch (meaning) {
      case Repetition.Reused reused -> new KeyReused();
      case Repetition.Running running -> new InProgress(Repetition.RETRY_AFTER);
      case Repetition.Freed freed -> new InProgress(Repetition.RETRY_AFTER);
      case Repetition.Done done -> new Replayed(parts.show(done.orders().getFirst()));
    };
  }
}
