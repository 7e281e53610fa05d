package dev.codeport.application.order;

import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.pool.Push;
import dev.codeport.domain.pool.PushResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;

final class ReceivePushService implements ReceivePush {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final OrderParts parts;
  private final SmsReceiver receiver;

  ReceivePushService(OrderParts parts) {
    this.parts = parts;
    this.receiver = new SmsReceiver(parts);
  }

  @Override
  public Result receivePush(ProviderId id, Push push) {
    var provider = parts.pool().find(id);
    if (provider.isEmpty()) {
      return new Forbidden();
    }
    return switch (provider.get().readPush(push)) {
      case PushResult.Forbidden no -> new Forbidden();
      case PushResult.Garbage garbage -> new Garbage(garbage.detail());
      case PushResult.News news -> look(provider.get(), news.lease());
    };
  }

  private Result look(NumberProvider provider, LeaseRef lease) {
    var order = parts.storage().orders().byLease(lease);
    return order.isEmpty() ? new NoSuchLease() : look(provider, lease, order.get());
  }

  private Result look(NumberProvider provider, LeaseRef lease, Order order) {
    return switch (provider.poll(List.of(lease))) {
      case Answer.Missing<Map<LeaseRef, LeaseNews>> missing ->
          new Later(missing.retryAfter().orElse(SOON));
      case Answer.Given<Map<LeaseRef, LeaseNews>> given -> {
        var news = given.value().get(lease);
        if (news == null) {
          yield new Later(SOON);
        }
        receiver.receive(order, lease, news.messages());
        yield new Taken();
      }
    };
  }
}
