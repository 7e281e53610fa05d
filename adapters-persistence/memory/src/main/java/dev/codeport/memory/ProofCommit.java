package dev.codeport.memory;

import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.verification.VerificationCommit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One change of verifications on its way in: first every reason against it, then all of it. */
final class ProofCommit {
  private final Tables tables;
  private final VerificationChange change;
  private final Proofs.Line line;
  private final Map<VerificationId, Verification> moved = new HashMap<>();
  private Optional<VerificationId> open;

  ProofCommit(Tables tables, VerificationChange change) {
    if (tables.purse(change.account()).isEmpty()) {
      throw new IllegalArgumentException("no account " + change.account());
    }
    this.tables = tables;
    this.change = change;
    this.line = new Proofs.Line(change.account(), change.phone());
    this.open = tables.proofs.open(line).map(Verification::id);
  }

  VerificationCommit run() {
    return Stream.<Supplier<Optional<VerificationCommit>>>of(
            this::keyTaken, this::stale, this::counted)
        .flatMap(check -> check.get().stream())
        .findFirst()
        .orElseGet(this::apply);
  }

  private Optional<VerificationCommit> keyTaken() {
    return change
        .claim()
        .flatMap(claim -> tables.claim(change.account(), claim.key()))
        .filter(present -> change.releases().filter(present::equals).isEmpty())
        .map(VerificationCommit.KeyTaken::new);
  }

  private Optional<VerificationCommit> stale() {
    return change.verifications().stream().allMatch(this::moves)
        ? Optional.empty()
        : Optional.of(new VerificationCommit.Stale());
  }

  /** Each on top of the one before it, which must be open; and one open at a time. */
  private boolean moves(Verification next) {
    requireGuesses(next);
    var before = latest(next.id());
    var revision = before.map(Verification::revision).orElse(0L);
    var isFree = open.filter(other -> !other.equals(next.id())).isEmpty();
    if (next.revision() != revision + 1
        || before.filter(b -> !b.isOpen()).isPresent()
        || (next.isOpen() && !isFree)) {
      return false;
    }
    if (isFree) {
      open = Optional.of(next).filter(Verification::isOpen).map(Verification::id);
    }
    moved.put(next.id(), next);
    return true;
  }

  private Optional<VerificationCommit> counted() {
    change.dispatches().forEach(dispatch -> requireOwn(dispatch.verification()));
    return tables.proofs.tally(line).refusal(change.tally(), change.at());
  }

  private VerificationCommit apply() {
    change.releases().ifPresent(former -> tables.free(change.account(), former));
    change.claim().ifPresent(claim -> tables.take(change.account(), claim));
    change.verifications().forEach(tables.proofs::put);
    change.dispatches().forEach(dispatch -> tables.proofs.put(change.account(), dispatch));
    tables.proofs.count(line, change.tally(), change.at());
    return new VerificationCommit.Committed();
  }

  private Optional<Verification> latest(VerificationId id) {
    return Optional.ofNullable(moved.get(id)).or(() -> tables.proofs.find(change.account(), id));
  }

  private void requireOwn(VerificationId id) {
    if (latest(id).isEmpty()) {
      throw new IllegalArgumentException(
          "account " + change.account() + " has no verification " + id);
    }
  }

  private static void requireGuesses(Verification next) {
    if (next.progress().guesses() > next.terms().mostGuesses()) {
      throw new IllegalArgumentException("more guesses than there are");
    }
  }
}
