package dev.codeport.http.api.webhook;

import dev.codeport.application.webhook.ManageEndpoints;
import dev.codeport.application.webhook.TestEndpoint;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.Once;
import dev.codeport.http.api.Problem;
import dev.codeport.http.api.RequestKey;
import dev.codeport.http.api.Shown;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Adding, reading, changing, pausing, trying and removing endpoints. */
final class EndpointEndpoints {
  private final ManageEndpoints endpoints;
  private final TestEndpoint testing;
  private final Once once;

  EndpointEndpoints(ManageEndpoints endpoints, TestEndpoint testing, Once once) {
    this.endpoints = endpoints;
    this.testing = testing;
    this.once = once;
  }

  /** Under a key the endpoint's id is made of the key, so that a repetition finds it. */
  Reply add(Customer customer, Request request) {
    var key = RequestKey.of(request);
    var wanted = EndpointRequest.read(request.body());
    var url = wanted.url().orElseThrow(() -> new BadInput("url", "is required"));
    var account = customer.account();
    var id = key.key().map(name -> EndpointId.named(account, name.value()));
    return once.run(
        account,
        key.meaning("webhook", wanted.toString()),
        List.of(),
        claim -> Optional.of(added(account, id.orElseThrow())),
        () ->
            EndpointReply.of(
                endpoints.addEndpoint(account, id, wanted.description(url)),
                EndpointEndpoints::created));
  }

  private Reply added(AccountId account, EndpointId id) {
    return endpoints
        .endpoint(account, id)
        .map(EndpointEndpoints::created)
        .orElseGet(() -> Problem.NOT_FOUND.reply("It was removed since."));
  }

  private static Reply created(Endpoint endpoint) {
    return Reply.json(201, EndpointView.withSecret(endpoint))
        .with("Location", "/api/webhooks/" + endpoint.id());
  }

  Reply list(Customer customer, Request request) {
    request.query().only(Set.of());
    var all = endpoints.endpoints(customer.account()).stream().map(EndpointView::of).toList();
    return Reply.json(200, new EndpointsView(all));
  }

  Reply get(Customer customer, Request request) {
    return WebhookPaths.ofEndpoint(
        request,
        id ->
            endpoints
                .endpoint(customer.account(), id)
                .map(endpoint -> Reply.json(200, EndpointView.of(endpoint)))
                .orElseGet(WebhookPaths::notFound));
  }

  Reply change(Customer customer, Request request) {
    var changes = EndpointRequest.read(request.body()).changes();
    return WebhookPaths.ofEndpoint(
        request, id -> EndpointReply.of(endpoints.changeEndpoint(customer.account(), id, changes)));
  }

  Reply remove(Customer customer, Request request) {
    return WebhookPaths.ofEndpoint(
        request, id -> EndpointReply.of(endpoints.removeEndpoint(customer.account(), id)));
  }

  Reply pause(Customer customer, Request request) {
    return repeatable(
        customer,
        request,
        "pause",
        id -> EndpointReply.of(endpoints.pauseEndpoint(customer.account(), id)));
  }

  Reply resume(Customer customer, Request request) {
    return repeatable(
        customer,
        request,
        "resume",
        id -> EndpointReply.of(endpoints.resumeEndpoint(customer.account(), id)));
  }

  Reply test(Customer customer, Request request) {
    return repeatable(
        customer, request, "test", id -> tested(testing.testEndpoint(customer.account(), id)));
  }

  /** What does no harm when it is done again. */
  private Reply repeatable(
      Customer customer, Request request, String what, Function<EndpointId, Reply> how) {
    var key = RequestKey.of(request);
    WebhookPaths.fields(request, Set.of());
    return WebhookPaths.ofEndpoint(
        request,
        id -> {
          Supplier<Reply> work = () -> how.apply(id);
          return once.run(
              customer.account(),
              key.meaning("webhook " + what, id.toString()),
              List.of(),
              claim -> Optional.of(work.get()),
              work);
        });
  }

  private static Reply tested(TestEndpoint.Result result) {
    return switch (result) {
      case TestEndpoint.Answered answered ->
          Reply.json(
              200,
              new TestedView(
                  answered.status(),
                  null,
                  answered.took().toMillis(),
                  Shown.text(answered.beginning())));
      case TestEndpoint.Unreachable unreachable ->
          Reply.json(200, new TestedView(null, unreachable.reason(), null, null));
      case TestEndpoint.NoSuchEndpoint none -> WebhookPaths.notFound();
      case TestEndpoint.TooOften often ->
          Problem.QUOTA_EXCEEDED
              .reply(
                  "Webhooks of this account were tried too often.",
                  Map.of("violated-policies", List.of("webhook-test")))
              .retryAfter(often.retryAfter());
    };
  }

  record EndpointsView(List<EndpointView> webhooks) {}

  /**
   * @param status what the endpoint answered; none when it did not
   * @param fault why it did not
   */
  record TestedView(
      @Nullable Integer status,
      @Nullable String fault,
      @Nullable Long tookMs,
      @Nullable String answer) {}
}
