package dev.codeport.http.api;

import dev.codeport.application.order.ClaimRequest;
import dev.codeport.application.order.Repeatable;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.http.server.Reply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does a request once however often it is sent under one key: a repetition is answered from what
 * has become of it. A refusal frees the key, so that the request may be sent again.
 */
public final class Once {
  /** For so long the first request may still be running; after that it broke off half way. */
  private static final Duration RUNNING = Duration.ofSeconds(45);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final ClaimRequest claims;
  private final InstantSource clock;

  public Once(ClaimRequest claims, InstantSource clock) {
    this.claims = claims;
    this.clock = clock;
  }

  /**
   * @param request none: it is done as often as it is sent
   * @param about the orders it is about
   * @param done the answer if it was done already, by what has become of it
   * @param work does it
   */
  public Reply run(
      AccountId account,
      Optional<Repeatable> request,
      List<OrderId> about,
      Function<Claim, Optional<Reply>> done,
      Supplier<Reply> work) {
    return request.isEmpty()
        ? work.get()
        : switch (claims.claimRequest(account, request.get(), about)) {
          case ClaimRequest.Taken taken -> first(account, taken.claim(), work);
          case ClaimRequest.Repeated again ->
              done.apply(again.claim())
                  .map(reply -> reply.with(RequestKey.REPLAYED, "true"))
                  .orElseGet(() -> unfinished(account, again.claim(), work));
          case ClaimRequest.Reused reused -> reused();
        };
  }

  private Reply unfinished(AccountId account, Claim claim, Supplier<Reply> work) {
    return clock.instant().isBefore(claim.at().plus(RUNNING))
        ? inProgress(RETRY_AFTER)
        : first(account, claim, work);
  }

  private Reply first(AccountId account, Claim claim, Supplier<Reply> work) {
    var kept = false;
    try {
      var reply = work.get();
      kept = reply.status() < 300;
      return reply;
    } finally {
      if (!kept) {
        claims.freeRequest(account, claim);
      }
    }
  }

  public static Reply reused() {
    return Problem.IDEMPOTENCY_KEY_REUSED.reply(
        "This Idempotency-Key was used for a request that meant something else.");
  }

  public static Reply inProgress(Duration retryAfter) {
    return Problem.REQUEST_IN_PROGRESS
        .reply("The first request with this Idempotency-Key is still running.")
        .retryAfter(retryAfter);
  }
}
