package dev.codeport.http.api;

import dev.codeport.application.account.Authenticate;
import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.domain.secret.Secret;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Endpoint;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets customers in: first whose key it is, by {@code Authorization: Bearer} or {@code X-API-Key},
 * then whether it asked too often. Every answer to a limited key says how much is left.
 */
public final class CustomerGate {
  private static final String KEY_HEADER = "x-api-key";

  private final Authenticate authenticate;
  private final RateLimiter limiter;
  private final Limit reads;
  private final Limit changes;
  private final Dialect dialect;

  public CustomerGate(Authenticate authenticate, RateLimiter limiter, Limit reads, Limit changes) {
    this(authenticate, limiter, reads, changes, new OwnDialect());
  }

  private CustomerGate(
      Authenticate authenticate, RateLimiter limiter, Limit reads, Limit changes, Dialect dialect) {
    this.authenticate = authenticate;
    this.limiter = limiter;
    this.reads = reads;
    this.changes = changes;
    this.dialect = dialect;
  }

  /** How a key is shown here, and in which words who shows none or comes too often is refused. */
  public interface Dialect {
    default Optional<String> key(Request request) {
      return CustomerGate.key(request);
    }

    Reply unauthorized();

    Reply tooOften(String policy, Duration retryAfter);
  }

  /** The same gate, with the same allowances, in other words. */
  public CustomerGate speaking(Dialect other) {
    return new CustomerGate(authenticate, limiter, reads, changes, other);
  }

  /** For what changes nothing. */
  public Endpoint read(Customer.Operation operation) {
    return request -> admit(request, "read", reads, operation);
  }

  /** For what changes something. */
  public Endpoint change(Customer.Operation operation) {
    return request -> admit(request, "change", changes, operation);
  }

  /** The same as {@link #read(Customer.Operation)} for one who was let in already. */
  public Reply read(Customer customer, Request request, Customer.Operation operation) {
    return admit(customer, request, "read", reads, operation);
  }

  /** The same as {@link #change(Customer.Operation)} for one who was let in already. */
  public Reply change(Customer customer, Request request, Customer.Operation operation) {
    return admit(customer, request, "change", changes, operation);
  }

  private Reply admit(Request request, String policy, Limit limit, Customer.Operation operation) {
    return dialect
        .key(request)
        .map(Secret::of)
        .flatMap(authenticate::authenticate)
        .map(holder -> admit(new Customer(holder), request, policy, limit, operation))
        .orElseGet(dialect::unauthorized);
  }

  private Reply admit(
      Customer customer,
      Request request,
      String policy,
      Limit limit,
      Customer.Operation operation) {
    return customer.isLimited()
        ? limited(customer, request, policy, limit, operation)
        : operation.answer(customer, request);
  }

  private static Optional<String> key(Request request) {
    var given = request.headers(KEY_HEADER);
    if (given.isEmpty()) {
      return request.bearer();
    }
    if (given.size() > 1 || !request.headers("authorization").isEmpty()) {
      throw BadInput.parameter(KEY_HEADER, "must be given once, and not beside Authorization");
    }
    return Optional.of(given.getFirst()).filter(key -> !key.isEmpty() && key.length() <= 256);
  }

  /** Both APIs of a key draw on the same allowance. */
  private Reply limited(
      Customer customer,
      Request request,
      String policy,
      Limit limit,
      Customer.Operation operation) {
    var key = LimitKey.of("http." + policy, customer.holder().key().prefix());
    request.mark(
        "RateLimit-Policy",
        "\"%s\";q=%d;w=%d".formatted(policy, limit.count(), Reply.seconds(limit.period())));
    return switch (limiter.take(limit, key)) {
      case Decision.Granted granted -> {
        var used = Math.max(0, limit.count() - granted.remaining());
        mark(request, policy, granted.remaining(), limit.interval().multipliedBy(used));
        yield operation.answer(customer, request);
      }
      case Decision.Denied denied -> {
        mark(request, policy, 0, denied.retryAfter());
        yield dialect.tooOften(policy, denied.retryAfter());
      }
    };
  }

  private static void mark(Request request, String policy, int remaining, Duration reset) {
    request.mark(
        "RateLimit", "\"%s\";r=%d;t=%d".formatted(policy, remaining, Reply.seconds(reset)));
  }
}
