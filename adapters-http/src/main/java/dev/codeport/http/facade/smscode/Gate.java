package dev.codeport.http.facade.smscode;

import dev.codeport.application.account.Authenticate;
import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.domain.secret.Secret;
import dev.codeport.http.server.Endpoint;
import dev.codeport.http.server.KeyLimits;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;

/** Lets callers in: first whose key it is, then whether it asked too often. */
final class Gate {
  private final Authenticate authenticate;
  private final RateLimiter limiter;
  private final KeyLimits limits;

  Gate(Authenticate authenticate, RateLimiter limiter, KeyLimits limits) {
    this.authenticate = authenticate;
    this.limiter = limiter;
    this.limits = limits;
  }

  Endpoint read(Operation operation) {
    return request -> admit(request, "http.read", limits.reads(), operation);
  }

  Endpoint change(Operation operation) {
    return request -> admit(request, "http.change", limits.changes(), operation);
  }

  private Reply admit(Request request, String policy, Limit limit, Operation operation) {
    var holder = request.bearer().map(Secret::of).flatMap(authenticate::authenticate);
    if (holder.isEmpty()) {
      return Envelope.error(ErrorCode.UNAUTHORIZED, "A valid API key is needed.")
          .with("WWW-Authenticate", "Bearer");
    }
    var caller = new Caller(holder.get());
    var key = LimitKey.of(policy, caller.holder().key().prefix());
    if (caller.isLimited() && limiter.take(limit, key) instanceof Decision.Denied denied) {
      return Envelope.error(ErrorCode.RATE_LIMIT_EXCEEDED, "Too many requests; slow down.")
          .retryAfter(denied.retryAfter());
    }
    return operation.answer(caller, request);
  }
}
