package dev.codeport.memory;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.Receipt;
import dev.codeport.domain.verification.Tally;
import dev.codeport.domain.verification.Terms;
import dev.codeport.domain.verification.Verification;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Verifications, and all that belongs to them; guarded by the lock of the {@link Tables}. A line is
 * a phone of an account.
 */
final class Proofs {
  private static final Comparator<Verification> OLDEST_FIRST =
      Comparator.<Verification, Instant>comparing(proof -> proof.terms().startedAt())
          .thenComparing(proof -> proof.id().hex());

  private static final Fingerprint NO_INTENT = new Fingerprint("0".repeat(64));

  private final Map<Name, Verification> verifications = new HashMap<>();
  private final Map<Line, Verification> open = new HashMap<>();
  private final Map<Line, PhoneTally> tallies = new HashMap<>();
  private final Map<Name, NavigableMap<Integer, Dispatch>> dispatches = new HashMap<>();
  private final Map<Sign, Receipt> receipts = new HashMap<>();

  private record Name(AccountId account, VerificationId id) {}

  record Line(AccountId account, PhoneNumber phone) {
    static Line of(Verification verification) {
      return new Line(verification.account(), verification.terms().phone());
    }
  }

  private record Sign(SenderId sender, Handle handle) {}

  Optional<Verification> find(AccountId account, VerificationId id) {
    return Optional.ofNullable(verifications.get(new Name(account, id)));
  }

  Optional<Verification> open(Line line) {
    return Optional.ofNullable(open.get(line));
  }

  Collection<Verification> open() {
    return open.values();
  }

  Stream<Verification> newestFirst(AccountId account) {
    return verifications.values().stream()
        .filter(proof -> proof.account().equals(account))
        .sorted(OLDEST_FIRST.reversed());
  }

  Stream<Verification> all() {
    return verifications.values().stream();
  }

  static boolean isOlder(Verification one, Verification other) {
    return OLDEST_FIRST.compare(one, other) < 0;
  }

  void put(Verification verification) {
    verifications.put(name(verification), verification);
    if (verification.isOpen()) {
      open.put(Line.of(verification), verification);
    } else {
      open.computeIfPresent(
          Line.of(verification),
          (line, other) -> other.id().equals(verification.id()) ? null : other);
    }
  }

  void put(AccountId account, Dispatch dispatch) {
    dispatches
        .computeIfAbsent(new Name(account, dispatch.verification()), name -> new TreeMap<>())
        .put(dispatch.ordinal(), dispatch);
  }

  List<Dispatch> dispatches(AccountId account, VerificationId id) {
    return dispatches.getOrDefault(new Name(account, id), new TreeMap<>()).values().stream()
        .map(this::withReceipt)
        .toList();
  }

  void put(Receipt receipt) {
    receipts.merge(
        new Sign(receipt.sender(), receipt.handle()),
        receipt,
        (known, news) -> news.status().follows(known.status()) ? news : known);
  }

  PhoneTally tally(Line line) {
    return tallies.getOrDefault(line, PhoneTally.NOTHING);
  }

  void count(Line line, Tally tally, Instant at) {
    var after = tally(line).after(tally, at);
    if (!after.equals(PhoneTally.NOTHING)) {
      tallies.put(line, after);
    }
  }

  void unlock(Line line) {
    tallies.computeIfPresent(line, (l, tally) -> tally.unlocked());
  }

  int erase(Instant endedBefore, int limit) {
    var old = ended(endedBefore).filter(Proofs::hasPhone).limit(limit).toList();
    old.forEach(proof -> verifications.put(name(proof), erased(proof)));
    return old.size();
  }

  int forget(Instant endedBefore, int limit) {
    var old =
        ended(endedBefore)
            .filter(proof -> !hasPhone(proof))
            .limit(limit)
            .map(Proofs::name)
            .toList();
    old.forEach(verifications::remove);
    old.forEach(dispatches::remove);
    return old.size();
  }

  int forgetReceipts(Instant before, int limit) {
    var old =
        receipts.entrySet().stream()
            .filter(receipt -> receipt.getValue().at().isBefore(before))
            .map(Map.Entry::getKey)
            .limit(limit)
            .toList();
    old.forEach(receipts::remove);
    return old.size();
  }

  int forgetTallies(Instant before, int limit) {
    var old =
        tallies.entrySet().stream()
            .filter(tally -> tally.getValue().isOver(before))
            .map(Map.Entry::getKey)
            .limit(limit)
            .toList();
    old.forEach(tallies::remove);
    return old.size();
  }

  private Stream<Verification> ended(Instant before) {
    return verifications.values().stream()
        .filter(proof -> endOf(proof).filter(end -> end.isBefore(before)).isPresent())
        .sorted(Comparator.comparing(proof -> endOf(proof).orElseThrow()));
  }

  private Dispatch withReceipt(Dispatch d) {
    return new Dispatch(
        d.verification(),
        d.ordinal(),
        d.round(),
        d.sender(),
        d.code(),
        d.reference(),
        d.askedAt(),
        d.state(),
        d.handle(),
        d.answeredAt(),
        d.detail(),
        d.handle()
            .flatMap(handle -> Optional.ofNullable(receipts.get(new Sign(d.sender(), handle)))));
  }

  private static Name name(Verification verification) {
    return new Name(verification.account(), verification.id());
  }

  private static Optional<Instant> endOf(Verification verification) {
    return switch (verification) {
      case Verification.Started started -> Optional.empty();
      case Verification.Sent sent -> Optional.empty();
      case Verification.Verified verified -> Optional.of(verified.verifiedAt());
      case Verification.Failed failed -> Optional.of(failed.failedAt());
    };
  }

  private static boolean hasPhone(Verification verification) {
    return !verification.terms().phone().equals(PhoneNumber.ERASED);
  }

  private static Verification erased(Verification verification) {
    var terms = erased(verification.terms());
    return switch (verification) {
      case Verification.Verified v ->
          new Verification.Verified(terms, v.revision(), v.progress(), v.verifiedAt());
      case Verification.Failed v ->
          new Verification.Failed(terms, v.revision(), v.progress(), v.reason(), v.failedAt());
      case Verification.Started v -> v;
      case Verification.Sent v -> v;
    };
  }

  private static Terms erased(Terms t) {
    return new Terms(
        t.id(),
        t.account(),
        PhoneNumber.ERASED,
        t.region(),
        t.channel(),
        t.locale(),
        NO_INTENT,
        t.codeLength(),
        t.mostGuesses(),
        t.startedAt(),
        t.expiresAt(),
        Optional.empty(),
        t.judgement(),
        t.test());
  }
}
