package dev.codeport.application.verification;

import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.CallbackResult;
import dev.codeport.domain.verification.CheckResult;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.OtpSender;
import dev.codeport.domain.verification.SendRequest;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.SenderProfile;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** A service whose own code is always the same, and that counts how often it was asked. */
final class FakeOtpService implements OtpSender {
  static final OneTimeCode CODE = new OneTimeCode("777777");

  private final SenderProfile profile;
  private final List<SendRequest> asked = new ArrayList<>();
  private final Queue<SendResult> answers = new ArrayDeque<>();
  private final Queue<CheckResult> checks = new ArrayDeque<>();
  private Runnable meanwhile = () -> {};
  private int checked;

  FakeOtpService(String name) {
    this.profile =
        new SenderProfile(
            new SenderId(name), "fake", Set.of(Channel.SMS), Set.of(), Set.of(6), true);
  }

  FakeOtpService next(SendResult answer) {
    answers.add(answer);
    return this;
  }

  FakeOtpService nextCheck(CheckResult answer) {
    checks.add(answer);
    return this;
  }

  /** What happens, once, while it has judged a guess and not answered. */
  void meanwhile(Runnable work) {
    meanwhile = work;
  }

  synchronized List<SendRequest> asked() {
    return List.copyOf(asked);
  }

  synchronized int checked() {
    return checked;
  }

  @Override
  public SenderProfile profile() {
    return profile;
  }

  @Override
  public ProviderHealth health() {
    return ProviderHealth.fine(Instant.EPOCH);
  }

  @Override
  public synchronized SendResult send(SendRequest request) {
    asked.add(request);
    return Optional.ofNullable(answers.poll())
        .orElseGet(
            () -> new SendResult.Accepted(new Handle(request.reference()), Optional.empty()));
  }

  @Override
  public synchronized CheckResult check(Handle handle, OneTimeCode code) {
    checked++;
    var answer =
        Optional.ofNullable(checks.poll())
            .orElseGet(() -> code.equals(CODE) ? new CheckResult.Right() : new CheckResult.Wrong());
    var work = meanwhile;
    meanwhile = () -> {};
    work.run();
    return answer;
  }

  @Override
  public CallbackResult read(Callback callback) {
    return new CallbackResult.NotOurs();
  }
}
