package dev.codeport.application.verification;

import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.CallbackResult;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.SenderProfile;
import dev.codeport.domain.verification.TextGateway;
import dev.codeport.domain.verification.TextMessage;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;

/** A gateway that keeps what it was given, and answers as it was told. */
final class FakeGateway implements TextGateway {
  private static final Pattern CODE = Pattern.compile("\\b\\d{4,10}\\b");

  private final SenderProfile profile;
  private final List<TextMessage> asked = new ArrayList<>();
  private final List<TextMessage> sent = new ArrayList<>();
  private final Queue<SendResult> answers = new ArrayDeque<>();
  private volatile ProviderHealth health = ProviderHealth.fine(Instant.EPOCH);
  private Runnable meanwhile = () -> {};

  FakeGateway(String name) {
    this(name, false);
  }

  /** One that sends once what has the same reference. */
  static FakeGateway sendingOnce(String name) {
    return new FakeGateway(name, true);
  }

  private FakeGateway(String name, boolean sendsOnce) {
    this.profile =
        new SenderProfile(
            new SenderId(name),
            "fake",
            Set.of(Channel.SMS),
            Set.of(),
            SenderProfile.ANY_LENGTH,
            sendsOnce);
  }

  /** What it answers next; it sends only if it does not surely refuse. */
  FakeGateway next(SendResult answer) {
    answers.add(answer);
    return this;
  }

  /** What happens while it is asked. */
  void meanwhile(Runnable work) {
    meanwhile = work;
  }

  synchronized List<TextMessage> asked() {
    return List.copyOf(asked);
  }

  /** What went out to phones. */
  synchronized List<TextMessage> sent() {
    return List.copyOf(sent);
  }

  OneTimeCode lastCode() {
    var text = CODE.matcher(sent().getLast().text());
    if (!text.find()) {
      throw new IllegalStateException("no code was sent");
    }
    return new OneTimeCode(text.group());
  }

  @Override
  public SenderProfile profile() {
    return profile;
  }

  /** How it fares from now on. */
  void faring(ProviderHealth other) {
    health = other;
  }

  @Override
  public ProviderHealth health() {
    return health;
  }

  @Override
  public SendResult deliver(TextMessage message) {
    meanwhile.run();
    return take(message);
  }

  private synchronized SendResult take(TextMessage message) {
    asked.add(message);
    var answer =
        Optional.ofNullable(answers.poll())
            .orElseGet(
                () -> new SendResult.Accepted(new Handle(message.reference()), Optional.empty()));
    if ((answer instanceof SendResult.Accepted || answer instanceof SendResult.Unknown)
        && !(profile.sendsOnce() && sent.contains(message))) {
      sent.add(message);
    }
    return answer;
  }

  @Override
  public CallbackResult read(Callback callback) {
    return new CallbackResult.NotOurs();
  }
}
