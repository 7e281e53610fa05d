package dev.codeport.application.verification;

import com.google.common.util.concurrent.Striped;
import dev.codeport.application.order.Repeatable;
import dev.codeport.domain.fraud.Evidence;
import dev.codeport.domain.fraud.Finding;
import dev.codeport.domain.fraud.Judgement;
import dev.codeport.domain.fraud.Mode;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.phone.NumberPlan;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.LocalCodes;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.Sender;
import dev.codeport.domain.verification.Tally;
import dev.codeport.domain.verification.Terms;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.Verification.Carried;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.verification.VerificationCommit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

final class StartVerificationService implements StartVerification {
  private static final int STRIPES = 1024;

  private final Striped<Lock> phones = Striped.lock(STRIPES);
  private final VerificationParts parts;
  private final Replays replays;
  private final Allowance allowance;
  private final Sending sending;
  private final Resending resending;

  StartVerificationService(VerificationParts parts) {
    this.parts = parts;
    this.replays = new Replays(parts);
    this.allowance = new Allowance(parts);
    this.sending = new Sending(parts);
    this.resending = new Resending(parts);
  }

  /**
   * One request on its way.
   *
   * @param fruitless the claim of the same key of which nothing came
   */
  private record Begin(Command command, PhoneNumber phone, Optional<Claim> fruitless, Instant now) {
    Optional<Repeatable> repeatable() {
      return command.repeatable();
    }
  }

  @Override
  public Result startVerification(Command command) {
    return parts
        .plan()
        .parse(command.phone())
        .map(phone -> start(command, phone))
        .orElseGet(NotANumber::new);
  }

  /**
   * Requests for one phone are decided one after the other, so that the second of two sees what the
   * first has begun; what follows is done by all at once.
   */
  private Result start(Command command, PhoneNumber phone) {
    var lock = phones.get(command.account() + ":" + phone.e164());
    Supplier<Result> rest;
    lock.lock();
    try {
      rest = decide(command, phone);
    } finally {
      lock.unlock();
    }
    return rest.get();
  }

  private Supplier<Result> decide(Command command, PhoneNumber phone) {
    var now = parts.clock().instant();
    return switch (replays.find(command.account(), command.repeatable())) {
      case Replays.None none -> begin(new Begin(command, phone, Optional.empty(), now));
      case Replays.Fruitless former ->
          begin(new Begin(command, phone, Optional.of(former.claim()), now));
      case Replays.Done done -> () -> new Replayed(parts.show(done.verification(), now));
      case Replays.Reused reused -> KeyReused::new;
    };
  }

  private Supplier<Result> begin(Begin begin) {
    var open = parts.verifications().open(begin.command().account(), begin.phone());
    if (open.isEmpty() || open.get().terms().isOver(begin.now()) || isReplaced(begin, open.get())) {
      return judge(begin, open);
    }
    return isRepetition(begin, open.get())
        ? () -> new Replayed(parts.show(open.get(), begin.now()))
        : () -> again(begin, open.get());
  }

  /** Unless it is this very request that has just opened it. */
  private Result again(Begin begin, Verification open) {
    return replays.find(open.account(), begin.repeatable()) instanceof Replays.Done done
        ? new Replayed(parts.show(done.verification(), begin.now()))
        : resending.again(
            open,
            begin.repeatable(),
            begin.fruitless(),
            begin.command().address(),
            begin.command().appHash(),
            begin.now());
  }

  /** A code that the caller chose replaces what is open, unless it is the same. */
  private boolean isReplaced(Begin begin, Verification open) {
    return begin
        .command()
        .chosen()
        .filter(code -> !(open instanceof Verification.Sent sent && matches(sent, code)))
        .isPresent();
  }

  private boolean matches(Verification.Sent sent, OneTimeCode code) {
    return parts.codes().matches(sent.id(), sent.mark(), code);
  }

  private boolean isRepetition(Begin begin, Verification open) {
    return open instanceof Verification.Started
        || (begin.repeatable().isEmpty()
            && open.terms().intent().equals(intent(begin))
            && begin.now().isBefore(open.progress().askedAt().plus(parts.rules().quiet())));
  }

  private Fingerprint intent(Begin begin) {
    var command = begin.command();
    return new Fingerprint(
        parts
            .keyring()
            .hash(
                "otp.intent",
                Fingerprint.of(
                        begin.phone().e164(),
                        command.channel().name(),
                        command.locale().toLanguageTag(),
                        String.valueOf(command.length(parts.rules().codeLength())),
                        command.appHash().orElse(""))
                    .hex()));
  }

  private Supplier<Result> judge(Begin begin, Optional<Verification> former) {
    var test = Optional.ofNullable(parts.tests().get(begin.phone()));
    if (test.isPresent()) {
      return pretend(begin, former, test.get());
    }
    var described = parts.plan().describe(begin.phone());
    var judgement =
        parts
            .fraud()
            .judge(
                new Evidence(
                    begin.phone(),
                    described,
                    begin.command().channel(),
                    begin.command().address(),
                    parts.lists().entries(begin.now())));
    return judgement
        .blocking()
        .<Supplier<Result>>map(finding -> block(begin, judgement, finding, new Blocked(finding)))
        .orElseGet(() -> limit(begin, former, described, judgement));
  }

  private Supplier<Result> limit(
      Begin begin,
      Optional<Verification> former,
      NumberPlan.Described described,
      Judgement judgement) {
    var command = begin.command();
    var id = VerificationId.random(parts.random());
    var serving = serving(command, described);
    if (serving.isEmpty()) {
      return NoSender::new;
    }
    return switch (allowance.take(
        command.account(), begin.phone(), command.address(), member(begin, id))) {
      case Allowance.PhoneDenied denied ->
          deny(begin, judgement, "phone-quota", new PhoneLimited(denied.retryAfter()));
      case Allowance.AddressDenied denied ->
          deny(begin, judgement, "address-limit", new AddressLimited(denied.retryAfter()));
      case Allowance.Taken taken ->
          commit(begin, former, terms(begin, id, judgement, false), serving, taken);
    };
  }

  /** One request that comes twice at once under one key is counted once. */
  private String member(Begin begin, VerificationId id) {
    return begin
        .repeatable()
        .map(request -> "key-" + parts.keyring().hash("otp.key", request.key().value()))
        .orElse(id + "-1");
  }

  private List<Sender> serving(Command command, NumberPlan.Described described) {
    return described
        .region()
        .map(
            region ->
                parts
                    .senders()
                    .serving(
                        command.channel(),
                        region,
                        command.length(parts.rules().codeLength()),
                        command.chosen().isPresent()))
        .orElse(List.of());
  }

  private Supplier<Result> deny(Begin begin, Judgement judgement, String rule, Result result) {
    var finding = new Finding(rule, Mode.BLOCK, "exceeded", "the limit");
    return block(begin, judgement.and(finding), finding, result);
  }

  /** Kept, so that the operator sees what was refused and why; the key stays free. */
  private Supplier<Result> block(Begin begin, Judgement judgement, Finding finding, Result result) {
    var id = VerificationId.random(parts.random());
    var blocked = Verification.blocked(terms(begin, id, judgement, false));
    parts.verifications().commit(VerificationChange.of(blocked, begin.now()).build());
    parts.observer().sendBlocked(finding.rule());
    return () -> result;
  }

  private Terms terms(Begin begin, VerificationId id, Judgement judgement, boolean test) {
    var command = begin.command();
    return new Terms(
        id,
        command.account(),
        begin.phone(),
        parts.plan().describe(begin.phone()).region(),
        command.channel(),
        command.locale(),
        intent(begin),
        command.length(parts.rules().codeLength()),
        parts.rules().mostGuesses(),
        begin.now(),
        begin.now().plus(command.life().orElse(parts.rules().life())),
        command.address().map(Object::toString),
        judgement,
        test);
  }

  private Supplier<Result> commit(
      Begin begin,
      Optional<Verification> former,
      Terms terms,
      List<Sender> serving,
      Allowance.Taken taken) {
    var made = code(begin.command(), terms);
    var started = Verification.started(terms, made.mark());
    var first = Dispatch.asking(terms.id(), 1, 1, serving.getFirst(), begin.now());
    var change =
        change(begin, former, started)
            .dispatch(first)
            .tally(new Tally.Send(parts.rules().dailySends()))
            .build();
    return switch (parts.verifications().commit(change)) {
      case VerificationCommit.Committed committed -> {
        var round =
            new Sending.Round(
                started,
                first,
                serving,
                Optional.of(made.code()),
                begin.command().appHash(),
                Optional.empty());
        yield () -> send(started, round, taken);
      }
      case VerificationCommit.KeyTaken other -> {
        taken.leaveToOther();
        yield refused(begin, other);
      }
      case VerificationCommit refused -> {
        taken.giveBack();
        yield refused(begin, refused);
      }
    };
  }

  private Supplier<Result> refused(Begin begin, VerificationCommit refused) {
    return switch (refused) {
      case VerificationCommit.CapReached cap ->
          () -> new PhoneLimited(Duration.between(begin.now(), cap.until()));
      case VerificationCommit.PhoneLocked locked -> () -> new PhoneLocked(locked.until());
      case VerificationCommit.Committed committed ->
          throw new IllegalStateException("not a refusal");
      case VerificationCommit.Stale stale -> () -> start(begin.command(), begin.phone());
      case VerificationCommit.KeyTaken key -> () -> start(begin.command(), begin.phone());
    };
  }

  private LocalCodes.Made code(Command command, Terms terms) {
    return command
        .chosen()
        .map(code -> new LocalCodes.Made(code, parts.codes().mark(terms.id(), code)))
        .orElseGet(() -> parts.codes().make(terms.id(), terms.codeLength()));
  }

  private VerificationChange.Builder change(
      Begin begin, Optional<Verification> former, Verification started) {
    var change = VerificationChange.of(started, begin.now());
    former.ifPresent(open -> change.after(ended(open, begin.now())));
    begin.fruitless().ifPresent(change::release);
    begin
        .repeatable()
        .ifPresent(request -> change.claim(replays.claim(request, started.id(), begin.now())));
    return change;
  }

  private static Verification ended(Verification open, Instant now) {
    var reason =
        open.terms().isOver(now) ? Verification.Reason.EXPIRED : Verification.Reason.CANCELED;
    return switch (open) {
      case Verification.Started started -> started.fail(reason, now);
      case Verification.Sent sent -> sent.fail(reason, now);
      case Verification.Verified verified -> throw new IllegalStateException("it has ended");
      case Verification.Failed failed -> throw new IllegalStateException("it has ended");
    };
  }

  private Result send(Verification.Started started, Sending.Round round, Allowance.Taken taken) {
    var outcome = sending.run(round);
    var now = parts.clock().instant();
    var next =
        outcome.mayHaveGone()
            ? started.sent(outcome.carried())
            : started.fail(Verification.Reason.NOT_SENT, now);
    var change = VerificationChange.of(next, now).dispatch(outcome.dispatch());
    if (!outcome.mayHaveGone()) {
      change.tally(new Tally.Unsent(started.terms().startedAt()));
    }
    var shown =
        parts.verifications().commit(change.build()) instanceof VerificationCommit.Committed
            ? parts.show(next, now)
            : parts.show(
                parts.verifications().find(started.account(), started.id()).orElseThrow(), now);
    if (outcome.mayHaveGone()) {
      return new Accepted(shown);
    }
    taken.giveBack();
    return new NotSent(shown, outcome.result());
  }

  /** A test number: nothing is sent, and no limit is asked; the record is as of any other. */
  private Supplier<Result> pretend(Begin begin, Optional<Verification> former, OneTimeCode code) {
    var id = VerificationId.random(parts.random());
    var terms = terms(begin, id, Judgement.CLEAN, true);
    var started = Verification.started(terms, parts.codes().mark(id, code));
    var sent = started.sent(Carried.ofUs());
    var change = change(begin, former, started).verification(sent).build();
    return switch (parts.verifications().commit(change)) {
      case VerificationCommit.Committed committed ->
          () -> new Accepted(parts.show(sent, begin.now()));
      case VerificationCommit refused -> refused(begin, refused);
    };
  }
}
