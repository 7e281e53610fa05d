package dev.codeport.provider.sandbox;

import dev.codeport.provider.sandbox.Activation.Sms;
import dev.codeport.provider.sandbox.Books.State;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.SandboxSettings.Delivery;
import dev.codeport.provider.sandbox.Wares.Service;
import dev.codeport.provider.sandbox.Writer.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Decides when SMS come, writes and shows them. Used only under the {@link Desk}'s lock. */
final class Post {
  private final Delivery delivery;
  private final RandomGenerator random;
  private final FaultPlan faults;
  private final Writer writer;
  private final Set<String> silent;
  private long lastId;

  Post(Delivery delivery, RandomGenerator random, FaultPlan faults, long firstId) {
    this.delivery = delivery;
    this.random = random;
    this.faults = faults;
    this.writer = new Writer(random);
    this.silent = new HashSet<>(delivery.silent());
    this.lastId = firstId;
  }

  void setAutomatic(Service service, boolean automatic) {
    silent.remove(service.slug());
    silent.remove(service.code());
    if (!automatic) {
      silent.add(service.code());
    }
  }

  /** After what time an SMS comes by itself, if one does; luck is asked in any case. */
  Optional<Duration> nextFor(Service service) {
    double luck = random.nextDouble();
    double wait = random.nextDouble();
    if (luck >= delivery.success() || silent.stream().anyMatch(service::isCalled)) {
      return Optional.empty();
    }
    long span = delivery.delayMax().minus(delivery.delayMin()).toMillis();
    return Optional.of(delivery.delayMin().plusMillis((long) (span * wait)));
  }

  /** The SMS that comes by itself, for some twice. */
  void arrive(Activation activation, Instant at) {
    var letter = writer.write(activation.service(), activation.land());
    show(activation, letter, at);
    if (activation.duplicates) {
      activation.duplicates = false;
      show(activation, letter, at.plusSeconds(1));
      faults.saw(Kind.DUPLICATE_SMS);
    }
  }

  /** One that comes although the number is no longer given to anybody. */
  void arriveTooLate(Activation activation, Instant at, Kind kind) {
    show(activation, writer.write(activation.service(), activation.land()), at);
    faults.saw(kind);
  }

  void deliver(Activation activation, String text, Instant at) {
    show(activation, Writer.read(text), at);
  }

  private void show(Activation activation, Letter letter, Instant at) {
    activation.messages.add(new Sms(++lastId, letter.text(), letter.code(), at));
    if (activation.state.isOpen()) {
      activation.state = State.RECEIVED;
    }
  }
}
