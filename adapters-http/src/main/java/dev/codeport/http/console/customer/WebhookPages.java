package dev.codeport.http.console.customer;

import dev.codeport.application.webhook.ManageEndpoints;
import dev.codeport.application.webhook.ReadDeliveries;
import dev.codeport.application.webhook.RedeliverWebhook;
import dev.codeport.application.webhook.TestEndpoint;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.domain.webhook.Style;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.Problem;
import dev.codeport.http.api.Shown;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.console.Notice;
import dev.codeport.http.console.Section;
import dev.codeport.http.console.Visit;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Routes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where events are sent, and how that goes. */
final class WebhookPages {
  private static final int ROWS = 25;
  private static final Duration OVERLAP = Duration.ofDays(1);
  private static final String LIST = "/console/webhooks";
  private static final String ONE = LIST + "/:id";
  private static final String DELIVERY = ONE + "/deliveries/:event";

  private final ManageEndpoints endpoints;
  private final TestEndpoint testing;
  private final ReadDeliveries reading;
  private final RedeliverWebhook again;
  private final ConsoleGate gate;

  WebhookPages(
      ManageEndpoints endpoints,
      TestEndpoint testing,
      ReadDeliveries reading,
      RedeliverWebhook again,
      ConsoleGate gate) {
    this.endpoints = endpoints;
    this.testing = testing;
    this.reading = reading;
    this.again = again;
    this.gate = gate;
  }

  void mount(Routes routes) {
    routes
        .get(LIST, gate.reads((customer, visit) -> list(200, customer, visit, "", "")))
        .post(LIST, gate.changes(this::add))
        .get(ONE, gate.reads(this::show))
        .post(ONE + "/test", gate.changes(this::test))
        .post(ONE + "/pause", gate.changes(this::pause))
        .post(ONE + "/resume", gate.changes(this::resume))
        .post(ONE + "/remove", gate.changes(this::remove))
        .get(ONE + "/secret", gate.reads(this::secret))
        .post(ONE + "/rotate", gate.changes(this::rotate))
        .post(ONE + "/redeliver", gate.changes(this::redeliverFailed))
        .get(DELIVERY, gate.reads(this::delivery))
        .post(DELIVERY + "/redeliver", gate.changes(this::redeliver));
  }

  private Reply list(int status, Customer customer, Visit visit, String url, String description) {
    var page =
        new WebhooksPage(endpoints.endpoints(customer.account()), url, description, visit.newKey());
    return visit.show(status, "webhooks", Section.WEBHOOKS, page);
  }

  private Reply add(Customer customer, Visit visit) {
    var form = visit.form();
    var key = visit.key().orElseThrow(() -> BadInput.parameter("key", "is missing"));
    var url = form.text("url").orElse("").strip();
    var about = form.text("description").orElse("");
    var id = EndpointId.named(customer.account(), key.value());
    var described = new ManageEndpoints.Description(url, types(form), Map.of(), about);
    return switch (endpoints.addEndpoint(customer.account(), Optional.of(id), described)) {
      case ManageEndpoints.Saved saved ->
          visit.go(path(saved.endpoint().id()) + "/secret", "added");
      case ManageEndpoints.Result refused -> {
        var why = refusal(refused).orElseThrow();
        yield list(why.status(), customer, why.told(visit), url, about);
      }
    };
  }

  /** One box for each type; all of them, or none, is everything. */
  private static Set<Event.Type> types(Query form) {
    var all = Style.STANDARD.types();
    var chosen =
        all.stream()
            .filter(type -> form.text(type.publicName()).isPresent())
            .collect(Collectors.toSet());
    return chosen.size() == all.size() ? Set.of() : chosen;
  }

  private Reply show(Customer customer, Visit visit) {
    return of(visit, id -> show(200, customer, visit, id));
  }

  private Reply show(int status, Customer customer, Visit visit, EndpointId id) {
    return endpoints
        .endpoint(customer.account(), id)
        .map(
            endpoint ->
                visit.show(status, "webhook", Section.WEBHOOKS, page(customer, visit, endpoint)))
        .orElseGet(visit::notFound);
  }

  private WebhookPage page(Customer customer, Visit visit, Endpoint endpoint) {
    var query = visit.query();
    var before = query.int64("before").filter(number -> number > 0).orElse(Long.MAX_VALUE);
    var found =
        reading.deliveries(customer.account(), endpoint.id(), state(query), before, ROWS + 1);
    var shown = found.subList(0, Math.min(ROWS, found.size()));
    var word = query.text("state").orElse("");
    return new WebhookPage(
        endpoint,
        endpoint.state() instanceof Endpoint.State.Disabled off
            ? Optional.of(off.reason())
            : Optional.empty(),
        endpoint.former().map(Endpoint.Former::until).filter(until -> until.isAfter(visit.now())),
        shown,
        word,
        before == Long.MAX_VALUE ? "" : address(visit, endpoint.id(), word, ""),
        found.size() > ROWS
            ? address(visit, endpoint.id(), word, "" + shown.getLast().event().number())
            : "");
  }

  private static String address(Visit visit, EndpointId id, String state, String before) {
    var values = new LinkedHashMap<String, String>();
    values.put("state", state);
    values.put("before", before);
    return path(id) + visit.queryWith(values);
  }

  private static Optional<Delivery.State> state(Query query) {
    return query
        .text("state")
        .map(
            word -> {
              if (!WebhookPage.STATES.contains(word)) {
                throw BadInput.parameter("state", "must be one of " + WebhookPage.STATES);
              }
              return Delivery.State.valueOf(word.toUpperCase(Locale.ROOT));
            });
  }

  private Reply test(Customer customer, Visit visit) {
    return of(
        visit,
        id ->
            switch (testing.testEndpoint(customer.account(), id)) {
              case TestEndpoint.Answered answered ->
                  show(200, customer, visit.with(tested(visit, answered)), id);
              case TestEndpoint.Unreachable away ->
                  show(
                      200,
                      customer,
                      visit.with(
                          Notice.warning(
                              visit.say("webhook.unreachable", Shown.text(away.reason())))),
                      id);
              case TestEndpoint.NoSuchEndpoint none -> visit.notFound();
              case TestEndpoint.TooOften often ->
                  refused(
                      customer,
                      visit,
                      id,
                      new Refused(Problem.QUOTA_EXCEEDED, Reply.seconds(often.retryAfter())));
            });
  }

  private static Notice tested(Visit visit, TestEndpoint.Answered answered) {
    var text =
        visit.say(
            "webhook.answered",
            answered.status(),
            answered.took().toMillis(),
            Shown.text(answered.beginning()));
    return answered.status() >= 200 && answered.status() < 300
        ? Notice.done(text)
        : Notice.warning(text);
  }

  private Reply pause(Customer customer, Visit visit) {
    return of(
        visit,
        id ->
            changed(
                customer, visit, id, endpoints.pauseEndpoint(customer.account(), id), "paused"));
  }

  private Reply resume(Customer customer, Visit visit) {
    return of(
        visit,
        id ->
            changed(
                customer, visit, id, endpoints.resumeEndpoint(customer.account(), id), "resumed"));
  }

  private Reply changed(
      Customer customer, Visit visit, EndpointId id, ManageEndpoints.Result result, String done) {
    return refusal(result)
        .map(why -> refused(customer, visit, id, why))
        .orElseGet(() -> visit.go(path(id), done));
  }

  private Reply remove(Customer customer, Visit visit) {
    return of(
        visit,
        id ->
            refusal(endpoints.removeEndpoint(customer.account(), id))
                .map(why -> refused(customer, visit, id, why))
                .orElseGet(() -> visit.go(LIST, "removed")));
  }

  private Reply secret(Customer customer, Visit visit) {
    return of(
        visit,
        id ->
            endpoints
                .endpoint(customer.account(), id)
                .map(
                    endpoint ->
                        visit.show(
                            "secret",
                            Section.WEBHOOKS,
                            new SecretPage(
                                id.value(),
                                endpoint.secret().map(Secret::reveal).orElse(""),
                                endpoint
                                    .former()
                                    .map(Endpoint.Former::until)
                                    .filter(until -> until.isAfter(visit.now())))))
                .orElseGet(visit::notFound));
  }

  private Reply rotate(Customer customer, Visit visit) {
    return of(
        visit,
        id ->
            refusal(endpoints.rotateSecret(customer.account(), id, Optional.empty(), OVERLAP))
                .map(why -> refused(customer, visit, id, why))
                .orElseGet(() -> visit.go(path(id) + "/secret", "rotated")));
  }

  private Reply redeliverFailed(Customer customer, Visit visit) {
    return of(visit, id -> redelivered(customer, visit, id, 1, Long.MAX_VALUE, true, path(id)));
  }

  private Reply redeliver(Customer customer, Visit visit) {
    return of(
        visit,
        id ->
            ofEvent(
                visit,
                event ->
                    redelivered(
                        customer,
                        visit,
                        id,
                        event,
                        event,
                        false,
                        path(id) + "/deliveries/" + event)));
  }

  private Reply redelivered(
      Customer customer,
      Visit visit,
      EndpointId id,
      long from,
      long to,
      boolean failedOnly,
      String back) {
    return switch (again.redeliver(customer.account(), id, from, to, failedOnly)) {
      case RedeliverWebhook.Begun begun -> visit.go(back, "redelivered", begun.deliveries());
      case RedeliverWebhook.NoSuchEndpoint none -> visit.notFound();
    };
  }

  private Reply delivery(Customer customer, Visit visit) {
    return of(
        visit,
        id ->
            ofEvent(
                visit,
                event ->
                    reading
                        .delivery(customer.account(), id, event)
                        .map(
                            logged ->
                                visit.show(
                                    "delivery",
                                    Section.WEBHOOKS,
                                    new DeliveryPage(
                                        id.value(),
                                        logged.delivery(),
                                        logged.attempts().reversed())))
                        .orElseGet(visit::notFound)));
  }

  private Reply refused(Customer customer, Visit visit, EndpointId id, Refused why) {
    return show(why.status(), customer, why.told(visit), id);
  }

  private static Optional<Refused> refusal(ManageEndpoints.Result result) {
    return switch (result) {
      case ManageEndpoints.Saved saved -> Optional.empty();
      case ManageEndpoints.Removed removed -> Optional.empty();
      case ManageEndpoints.Refused refused ->
          Optional.of(new Refused(Problem.INVALID, refused.field(), refused.reason()));
      case ManageEndpoints.NoSuchEndpoint none -> Optional.of(new Refused(Problem.NOT_FOUND));
      case ManageEndpoints.NoRoom full ->
          Optional.of(new Refused(Problem.TOO_MANY_WEBHOOKS, full.most()));
      case ManageEndpoints.KeptElsewhere elsewhere ->
          Optional.of(new Refused(Problem.KEPT_ELSEWHERE));
    };
  }

  private static String path(EndpointId id) {
    return LIST + "/" + id;
  }

  private static Reply of(Visit visit, Function<EndpointId, Reply> answer) {
    return EndpointId.parse(visit.request().path("id")).map(answer).orElseGet(visit::notFound);
  }

  private static Reply ofEvent(Visit visit, Function<Long, Reply> answer) {
    var event = visit.request().path("event");
    return event.matches("[1-9]\\d{0,17}") ? answer.apply(Long.parseLong(event)) : visit.notFound();
  }
}
