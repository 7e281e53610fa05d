package dev.codeport.application.verification;

import dev.codeport.application.order.Repeatable;
import dev.codeport.application.verification.StartVerification.Accepted;
import dev.codeport.application.verification.StartVerification.AddressLimited;
import dev.codeport.application.verification.StartVerification.KeyReused;
import dev.codeport.application.verification.StartVerification.NoSender;
import dev.codeport.application.verification.StartVerification.NotSent;
import dev.codeport.application.verification.StartVerification.PhoneLimited;
import dev.codeport.application.verification.StartVerification.PhoneLocked;
import dev.codeport.application.verification.StartVerification.Replayed;
import dev.codeport.application.verification.StartVerification.Result;
import dev.codeport.domain.fraud.NetworkAddress;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.Sender;
import dev.codeport.domain.verification.Tally;
import dev.codeport.domain.verification.TextGateway;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.verification.VerificationCommit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One more round of sending for a verification that is open. */
final class Resending {
  private final VerificationParts parts;
  private final Replays replays;
  private final Allowance allowance;
  private final Sending sending;

  Resending(VerificationParts parts) {
    this.parts = parts;
    this.replays = new Replays(parts);
    this.allowance = new Allowance(parts);
    this.sending = new Sending(parts);
  }

  /**
   * @param open neither ended nor over
   * @param fruitless a claim of the same key of which nothing came
   */
  Result again(
      Verification open,
      Optional<Repeatable> repeatable,
      Optional<Claim> fruitless,
      Optional<NetworkAddress> address,
      Optional<String> appHash,
      Instant now) {
    if (!(open instanceof Verification.Sent sent)) {
      return new Replayed(parts.show(open, now));
    }
    var former = parts.verifications().dispatches(sent.account(), sent.id());
    var code = ours(sent);
    var serving = Senders.again(serving(sent, code), former);
    if (sent.terms().test()) {
      return new Accepted(parts.show(sent, now));
    }
    if (serving.isEmpty()) {
      return new NoSender();
    }
    int round = sent.progress().rounds() + 1;
    return switch (allowance.take(
        sent.account(), sent.terms().phone(), address, sent.id() + "-" + round)) {
      case Allowance.PhoneDenied denied ->
          limited("phone-quota", new PhoneLimited(denied.retryAfter()));
      case Allowance.AddressDenied denied ->
          limited("address-limit", new AddressLimited(denied.retryAfter()));
      case Allowance.Taken taken ->
          commit(
              sent,
              Dispatch.asking(sent.id(), former.size() + 1, round, serving.getFirst(), now),
              serving,
              code,
              appHash,
              new Asked(
                  repeatable, repeatable.map(r -> replays.claim(r, sent.id(), now)), fruitless),
              taken,
              now);
    };
  }

  /**
   * Under which key it was asked for.
   *
   * @param claim of that key; given back when surely nothing was sent
   * @param fruitless a former claim of it
   */
  private record Asked(
      Optional<Repeatable> repeatable, Optional<Claim> claim, Optional<Claim> fruitless) {}

  private Result limited(String rule, Result result) {
    parts.observer().sendBlocked(rule);
    return result;
  }

  private Optional<OneTimeCode> ours(Verification.Sent sent) {
    return sent.mark().canBeMadeAgain()
        ? Optional.of(parts.codes().again(sent.id(), sent.mark(), sent.terms().codeLength()))
        : Optional.empty();
  }

  /** After a lost answer of a sender that carries our words, only the same code may go out. */
  private List<Sender> serving(Verification.Sent sent, Optional<OneTimeCode> code) {
    var terms = sent.terms();
    return parts
        .plan()
        .describe(terms.phone())
        .region()
        .map(r -> parts.senders().serving(terms.channel(), r, terms.codeLength(), false))
        .orElse(List.of())
        .stream()
        .filter(sender -> code.isPresent() || !(sender instanceof TextGateway))
        .filter(sender -> !sent.carried().ours() || sender instanceof TextGateway)
        .toList();
  }

  private Result commit(
      Verification.Sent sent,
      Dispatch first,
      List<Sender> serving,
      Optional<OneTimeCode> code,
      Optional<String> appHash,
      Asked asked,
      Allowance.Taken taken,
      Instant now) {
    var again = sent.again(now);
    var change =
        VerificationChange.of(again, now)
            .dispatch(first)
            .tally(new Tally.Send(parts.rules().dailySends()));
    asked.fruitless().ifPresent(change::release);
    asked.claim().ifPresent(change::claim);
    return switch (parts.verifications().commit(change.build())) {
      case VerificationCommit.Committed committed ->
          send(
              again,
              new Sending.Round(again, first, serving, code, appHash, sent.carried().theirs()),
              asked,
              taken);
      case VerificationCommit refused -> {
        giveBack(taken, refused);
        yield refused(sent, asked, refused, now);
      }
    };
  }

  /** Who was faster sends this very round: what was taken for the phone is theirs. */
  private static void giveBack(Allowance.Taken taken, VerificationCommit refused) {
    if (refused instanceof VerificationCommit.Stale
        || refused instanceof VerificationCommit.KeyTaken) {
      taken.leaveToOther();
    } else {
      taken.giveBack();
    }
  }

  private Result refused(
      Verification.Sent sent, Asked asked, VerificationCommit refused, Instant now) {
    return switch (refused) {
      case VerificationCommit.CapReached cap ->
          new PhoneLimited(Duration.between(now, cap.until()));
      case VerificationCommit.PhoneLocked locked -> new PhoneLocked(locked.until());
      case VerificationCommit.KeyTaken taken ->
          replays.read(sent.account(), taken.claim(), asked.repeatable().orElseThrow())
                  instanceof Replays.Done done
              ? new Replayed(parts.show(done.verification(), now))
              : new KeyReused();
      case VerificationCommit.Stale stale ->
          new Replayed(
              parts.show(parts.verifications().find(sent.account(), sent.id()).orElseThrow(), now));
      case VerificationCommit.Committed committed ->
          throw new IllegalStateException("not a refusal");
    };
  }

  private Result send(
      Verification.Sent again, Sending.Round round, Asked asked, Allowance.Taken taken) {
    var outcome = sending.run(round);
    if (!outcome.mayHaveGone()) {
      taken.giveBack();
    }
    var now = parts.clock().instant();
    var shown = parts.show(record(again, outcome, asked, again.progress().askedAt(), now), now);
    return outcome.mayHaveGone() ? new Accepted(shown) : new NotSent(shown, outcome.result());
  }

  /** Guesses may come in while the sender is asked: the outcome lies upon whatever is there. */
  private Verification record(
      Verification latest, Sending.Outcome outcome, Asked asked, Instant round, Instant now) {
    if (!(latest instanceof Verification.Sent sent)) {
      var change = VerificationChange.about(latest, now).dispatch(outcome.dispatch());
      parts.verifications().commit(outcome(change, outcome, asked, round));
      return latest;
    }
    var next = sent.carrying(outcome.carried());
    var change = VerificationChange.of(next, now).dispatch(outcome.dispatch());
    return parts.verifications().commit(outcome(change, outcome, asked, round))
            instanceof VerificationCommit.Committed
        ? next
        : record(
            parts.verifications().find(sent.account(), sent.id()).orElseThrow(),
            outcome,
            asked,
            round,
            now);
  }

  /** Of which surely nothing was sent, neither the round counts nor the key. */
  private static VerificationChange outcome(
      VerificationChange.Builder change, Sending.Outcome outcome, Asked asked, Instant round) {
    if (!outcome.mayHaveGone()) {
      change.tally(new Tally.Unsent(round));
      asked.claim().ifPresent(change::release);
    }
    return change.build();
  }
}
