package dev.codeport.memory;

import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.webhook.Claimed;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.DeliveryAttempt;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.domain.webhook.Health;
import dev.codeport.domain.webhook.Next;
import dev.codeport.domain.webhook.WebhookSettings;
import dev.codeport.domain.webhook.Webhooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class MemoryWebhooks implements Webhooks {
  private final Tables tables;
  private final PostOffice office;
  private final Map<AccountId, WebhookSettings> settings = new HashMap<>();

  MemoryWebhooks(Tables tables) {
    this.tables = tables;
    this.office = tables.office;
  }

  @Override
  public WebhookSettings settings(AccountId account) {
    return tables.locked(
        () ->
            office
                .endpoint(account, EndpointId.smscode(account))
                .map(WebhookSettings::of)
                .orElseGet(() -> settings.getOrDefault(account, WebhookSettings.NONE)));
  }

  @Override
  public void put(AccountId account, WebhookSettings next) {
    tables.locked(
        () -> {
          var id = EndpointId.smscode(account);
          var revision = office.endpoint(account, id).map(Endpoint::revision).orElse(0L);
          settings.put(account, next);
          next.endpoint(account, revision + 1)
              .ifPresentOrElse(office::put, () -> office.remove(account, id));
        });
  }

  @Override
  public boolean add(Endpoint endpoint, int most) {
    return tables.locked(
        () -> {
          var alike =
              office.of(endpoint.account()).stream().filter(e -> e.style() == endpoint.style());
          var room = alike.count() < most;
          if (room) {
            office.put(endpoint);
          }
          return room;
        });
  }

  @Override
  public Optional<Endpoint> endpoint(AccountId account, EndpointId id) {
    return tables.locked(() -> office.endpoint(account, id));
  }

  @Override
  public List<Endpoint> endpoints(AccountId account) {
    return tables.locked(
        () ->
            office.of(account).stream()
                .sorted(Comparator.comparing(Endpoint::createdAt).thenComparing(Endpoint::id))
                .toList());
  }

  @Override
  public boolean replace(Endpoint next) {
    return tables.locked(
        () -> {
          var fits =
              office
                  .endpoint(next.account(), next.id())
                  .filter(kept -> kept.revision() == next.revision() - 1)
                  .isPresent();
          if (fits) {
            office.put(next);
          }
          return fits;
        });
  }

  @Override
  public boolean remove(AccountId account, EndpointId id) {
    return tables.locked(() -> office.remove(account, id));
  }

  @Override
  public List<Claimed> claimDue(Instant now, Wanted wanted) {
    return tables.locked(
        () -> {
          var handed = new ArrayList<Claimed>();
          office
              .active()
              .filter(endpoint -> endpoint.health().isFailing() == wanted.failing())
              .filter(endpoint -> !wanted.busy().contains(endpoint.id()))
              .filter(endpoint -> !wanted.busyAccounts().contains(endpoint.account()))
              .flatMap(e -> Waiting.at(e, office.due(e, now)).stream())
              .sorted(Comparator.comparing(Waiting::since))
              .forEach(
                  waiting ->
                      waiting.mail().stream()
                          .limit(Math.min(wanted.each(), wanted.most() - handed.size()))
                          .forEach(m -> handed.add(m.claim(waiting.at(), wanted.until()))));
          return List.copyOf(handed);
        });
  }

  private record Waiting(Endpoint at, List<Mail> mail) {
    static Optional<Waiting> at(Endpoint endpoint, List<Mail> due) {
      return due.isEmpty() ? Optional.empty() : Optional.of(new Waiting(endpoint, due));
    }

    Instant since() {
      return mail.getFirst().delivery().dueAt();
    }
  }

  @Override
  public Optional<Health> record(Claimed claimed, DeliveryAttempt attempt, Next next) {
    var delivery = claimed.delivery();
    return tables.locked(
        () ->
            office
                .endpoint(delivery.account(), delivery.endpoint())
                .flatMap(
                    endpoint ->
                        mail(delivery.endpoint(), delivery.event().number())
                            .filter(mail -> mail.isHeldBy(claimed))
                            .map(mail -> recorded(endpoint, mail, attempt, next))));
  }

  private Health recorded(Endpoint endpoint, Mail mail, DeliveryAttempt attempt, Next next) {
    mail.record(attempt, next);
    var health = endpoint.health().after(next, attempt.at());
    office.put(endpoint.withHealth(health));
    return health;
  }

  @Override
  public List<Delivery> deliveries(
      AccountId account,
      EndpointId endpoint,
      Optional<Delivery.State> state,
      long before,
      int limit) {
    return tables.locked(
        () ->
            owned(account, endpoint)
                ? office.all(endpoint).headMap(before, false).descendingMap().values().stream()
                    .map(Mail::delivery)
                    .filter(d -> state.isEmpty() || state.get() == d.state())
                    .limit(limit)
                    .toList()
                : List.of());
  }

  @Override
  public Optional<Delivery> delivery(AccountId account, EndpointId endpoint, long event) {
    return tables.locked(
        () ->
            owned(account, endpoint)
                ? mail(endpoint, event).map(Mail::delivery)
                : Optional.empty());
  }

  @Override
  public List<DeliveryAttempt> attempts(AccountId account, EndpointId endpoint, long event) {
    return tables.locked(
        () ->
            owned(account, endpoint)
                ? mail(endpoint, event).map(Mail::attempts).orElseGet(List::of)
                : List.of());
  }

  @Override
  public int redeliver(
      Endpoint endpoint, long from, long to, boolean failedOnly, int most, Instant now) {
    return tables.locked(
        () ->
            tables.purse(endpoint.account()).stream()
                .flatMap(purse -> purse.events(from - 1, Integer.MAX_VALUE).stream())
                .takeWhile(event -> event.number() <= to)
                .filter(event -> endpoint.hears().contains(event.event().type()))
                .filter(event -> begun(endpoint, event, failedOnly, now))
                .limit(most)
                .toList()
                .size());
  }

  private boolean begun(Endpoint endpoint, Outbox.Numbered event, boolean failedOnly, Instant now) {
    var mail = mail(endpoint.id(), event.number());
    if (failedOnly) {
      return mail.filter(m -> m.delivery().state() == Delivery.State.FAILED)
          .filter(m -> m.begin(now))
          .isPresent();
    }
    if (mail.isEmpty()) {
      office.post(endpoint, event, now);
    }
    return mail.isEmpty() || mail.get().begin(now);
  }

  @Override
  public Optional<Instant> waitingSince(Instant now) {
    return tables.locked(
        () ->
            office
                .active()
                .flatMap(endpoint -> office.due(endpoint, now).stream().limit(1))
                .map(mail -> mail.delivery().dueAt())
                .min(Comparator.naturalOrder()));
  }

  private boolean owned(AccountId account, EndpointId endpoint) {
    return office.endpoint(account, endpoint).isPresent();
  }

  private Optional<Mail> mail(EndpointId endpoint, long event) {
    return Optional.ofNullable(office.all(endpoint).get(event));
  }
}
