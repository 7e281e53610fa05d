package dev.codeport.http;

import dev.codeport.application.order.Repeatable;
import dev.codeport.application.verification.CancelVerification;
import dev.codeport.application.verification.CheckVerification;
import dev.codeport.application.verification.ManageFraudLists;
import dev.codeport.application.verification.PassCodes;
import dev.codeport.application.verification.ReadVerifications;
import dev.codeport.application.verification.ResendVerification;
import dev.codeport.application.verification.ShownVerification;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.application.verification.TakeReceipts;
import dev.codeport.domain.fraud.FraudRule;
import dev.codeport.domain.fraud.FraudRules;
import dev.codeport.domain.fraud.ListEntry;
import dev.codeport.domain.fraud.NetworkAddress;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.Verifications;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers about verifications what a test told it to, and remembers what it was asked. */
public final class FakeVerification
    implements StartVerification,
        ResendVerification,
        CheckVerification,
        CancelVerification,
        PassCodes,
        ReadVerifications,
        TakeReceipts,
        ManageFraudLists {
  public final List<Object> asked = new CopyOnWriteArrayList<>();
  public StartVerification start = command -> new StartVerification.NotANumber();
  public ResendVerification.Result resent = new ResendVerification.NotFound();
  public CheckVerification.Result checked = new CheckVerification.NotFound();
  public PassCodes.Sent passed = new PassCodes.NotANumber();
  public PassCodes.Checked guessed = new PassCodes.Wrong();
  public CancelVerification.Result canceled = new CancelVerification.NotFound();
  public TakeReceipts.Result taken = TakeReceipts.Result.UNKNOWN;
  public List<ShownVerification> known = List.of();
  public List<Dispatch> dispatches = List.of();
  public final List<ListEntry> entries = new CopyOnWriteArrayList<>();
  public Optional<Instant> lock = Optional.empty();

  /** A guess, and for whom or what. */
  public record Guessed(Object about, String digits) {}

  /** What was asked to be sent again, and under which key. */
  public record Resent(VerificationId id, Optional<Repeatable> repeatable) {}

  @Override
  public StartVerification.Result startVerification(StartVerification.Command command) {
    asked.add(command);
    return start.startVerification(command);
  }

  @Override
  public ResendVerification.Result resendVerification(
      AccountId account, VerificationId id, Optional<Repeatable> repeatable) {
    asked.add(new Resent(id, repeatable));
    return resent;
  }

  @Override
  public CheckVerification.Result checkVerification(
      AccountId account, VerificationId id, OneTimeCode guess) {
    asked.add(new Guessed(id, guess.digits()));
    return checked;
  }

  @Override
  public CheckVerification.Result checkVerification(
      AccountId account, PhoneNumber phone, OneTimeCode guess) {
    asked.add(new Guessed(phone, guess.digits()));
    return checked;
  }

  @Override
  public PassCodes.Sent passCode(
      AccountId account, String phone, Optional<NetworkAddress> address) {
    asked.add(phone);
    return passed;
  }

  @Override
  public PassCodes.Checked passGuess(
      AccountId account, PassCodes.Ticket ticket, OneTimeCode guess) {
    asked.add(new Guessed(ticket, guess.digits()));
    return guessed;
  }

  @Override
  public CancelVerification.Result cancelVerification(AccountId account, VerificationId id) {
    asked.add(id);
    return canceled;
  }

  @Override
  public Optional<ShownVerification> verification(AccountId account, VerificationId id) {
    return known.stream().filter(shown -> shown.verification().id().equals(id)).findFirst();
  }

  @Override
  public Optional<ShownVerification> openVerification(AccountId account, PhoneNumber phone) {
    return known.stream()
        .filter(shown -> shown.verification().isOpen())
        .filter(shown -> shown.verification().terms().phone().equals(phone))
        .findFirst();
  }

  @Override
  public List<ShownVerification> verifications(
      AccountId account, Verifications.Filter filter, int limit) {
    asked.add(filter);
    return known.stream().limit(limit).toList();
  }

  @Override
  public List<Dispatch> dispatches(AccountId account, VerificationId id) {
    return dispatches;
  }

  /** Knows nothing but E.164. */
  @Override
  public Optional<PhoneNumber> phone(String written) {
    return written.matches("\\+[1-9]\\d{6,14}")
        ? Optional.of(new PhoneNumber(written))
        : Optional.empty();
  }

  @Override
  public TakeReceipts.Result takeReceipts(SenderId sender, Callback callback) {
    asked.add(callback);
    return taken;
  }

  @Override
  public List<FraudRule> fraudRules() {
    return FraudRules.standard(Set.of()).rules();
  }

  @Override
  public List<ListEntry> listEntries() {
    return List.copyOf(entries);
  }

  @Override
  public void putListEntry(ListEntry entry) {
    entries.add(entry);
  }

  @Override
  public boolean removeListEntry(ListEntry.Kind kind, String subject) {
    return entries.removeIf(e -> e.kind() == kind && e.subject().equals(subject));
  }

  @Override
  public Optional<Instant> phoneLock(AccountId account, PhoneNumber phone) {
    asked.add(phone);
    return lock;
  }

  @Override
  public void unlockPhone(AccountId account, PhoneNumber phone) {
    lock = Optional.empty();
  }
}
