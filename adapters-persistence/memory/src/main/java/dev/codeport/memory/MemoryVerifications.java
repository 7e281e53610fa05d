package dev.codeport.memory;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Receipt;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.verification.VerificationCommit;
import dev.codeport.domain.verification.Verifications;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class MemoryVerifications implements Verifications {
  private final Tables tables;

  MemoryVerifications(Tables tables) {
    this.tables = tables;
  }

  @Override
  public VerificationCommit commit(VerificationChange change) {
    return tables.locked(() -> new ProofCommit(tables, change).run());
  }

  @Override
  public Optional<Verification> find(AccountId account, VerificationId id) {
    return tables.locked(() -> tables.proofs.find(account, id));
  }

  @Override
  public Optional<Verification> open(AccountId account, PhoneNumber phone) {
    return tables.locked(() -> tables.proofs.open(new Proofs.Line(account, phone)));
  }

  @Override
  public List<Verification> list(AccountId account, Filter filter, int limit) {
    return tables.locked(
        () -> {
          var before = filter.before().flatMap(id -> tables.proofs.find(account, id));
          return before.isEmpty() && filter.before().isPresent()
              ? List.of()
              : tables
                  .proofs
                  .newestFirst(account)
                  .filter(each -> before.filter(b -> !Proofs.isOlder(each, b)).isEmpty())
                  .filter(each -> shows(filter, each))
                  .limit(limit)
                  .toList();
        });
  }

  private static boolean shows(Filter filter, Verification each) {
    return filter.phone().filter(phone -> !phone.equals(each.terms().phone())).isEmpty()
        && (filter.states().isEmpty() || filter.states().contains(Status.of(each)));
  }

  @Override
  public List<Dispatch> dispatches(AccountId account, VerificationId id) {
    return tables.locked(() -> tables.proofs.dispatches(account, id));
  }

  @Override
  public void record(Receipt receipt) {
    tables.locked(() -> tables.proofs.put(receipt));
  }

  @Override
  public List<Verification> unsettled(Instant startedBefore, Instant now, int limit) {
    return tables.locked(
        () ->
            tables.proofs.open().stream()
                .filter(each -> each.terms().isOver(now) || hangs(each, startedBefore))
                .limit(limit)
                .toList());
  }

  private static boolean hangs(Verification each, Instant startedBefore) {
    return each instanceof Verification.Started && each.terms().startedAt().isBefore(startedBefore);
  }

  @Override
  public List<Sends> sends(Instant from, Instant to) {
    return tables.locked(() -> new SendCount(tables.proofs, from, to).all());
  }

  @Override
  public Optional<Instant> lockedUntil(AccountId account, PhoneNumber phone, Instant now) {
    return tables.locked(
        () -> tables.proofs.tally(new Proofs.Line(account, phone)).lockedUntil(now));
  }

  @Override
  public void unlock(AccountId account, PhoneNumber phone) {
    tables.locked(() -> tables.proofs.unlock(new Proofs.Line(account, phone)));
  }
}
