package dev.codeport.provider.startmessaging;

import dev.codeport.contract.MovableClock;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.CheckResult;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.OtpSender;
import dev.codeport.domain.verification.SendRequest;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.provider.kit.UpstreamLimits;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.sender.SandboxSender;
import dev.codeport.provider.sandbox.sender.SandboxSenderSettings;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The adapter before a sandbox that says what one wants. */
final class Bench implements AutoCloseable {
  static final PhoneNumber PHONE = new PhoneNumber("+447700900123");

  final MovableClock clock = new MovableClock();
  final SandboxSender far;
  final OtpSender sender;

  Bench(Generation generation) {
    this(generation, settings -> settings);
  }

  Bench(Generation generation, UnaryOperator<SandboxSenderSettings> change) {
    var there = dev.codeport.provider.sandbox.sender.Generation.valueOf(generation.name());
    far =
        SandboxSender.start(
            change.apply(SandboxSenderSettings.standard().withGeneration(there)),
            clock,
            new Random(7));
    sender = (OtpSender) Stage.adapter(generation, far, clock, UpstreamLimits.STANDARD);
  }

  Bench saying(int status, String body) {
    far.plan(Fault.answering(status, body));
    return this;
  }

  SendResult send() {
    return send(Channel.SMS, 6, Locale.ENGLISH);
  }

  SendResult send(Channel channel, int length, Locale locale) {
    return sender.send(
        new SendRequest(
            "ref-" + far.books().sent(),
            PHONE,
            channel,
            locale,
            length,
            Duration.ofMinutes(10),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  CheckResult check() {
    return sender.check(new Handle("req_1"), new OneTimeCode("123456"));
  }

  @Override
  public void close() {
    far.close();
  }
}
