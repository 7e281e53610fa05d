package dev.codeport.provider.sandbox;

import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.provider.sandbox.Activation.Shown;
import dev.codeport.provider.sandbox.Books.State;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.Racks.Price;
import dev.codeport.provider.sandbox.Wares.Land;
import dev.codeport.provider.sandbox.Wares.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The vendor's business. Everything happens under one lock, after what fell due by the clock has
 * been done.
 */
final class Desk {
  private static final Duration LATE = Duration.ofSeconds(30);

  private final SandboxSettings settings;
  private final InstantSource clock;
  private final Racks racks;
  private final Register register;
  private final Post post;
  private final Numbers numbers;
  private final ReentrantLock lock = new ReentrantLock();
  private final PriorityQueue<Due> agenda =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
  private long lastId;
  private long lastDue;

  /** How a wish came out. */
  sealed interface Deal {
    record Done(Shown activation) implements Deal {}

    /**
     * @param argument what the complaint says beside its name, or nothing
     */
    record No(Trouble trouble, String argument) implements Deal {
      No(Trouble trouble) {
        this(trouble, "");
      }
    }
  }

  /** What a buyer wants; {@code twist} is what goes wrong with it. */
  record Wish(
      Land land,
      Service service,
      Optional<String> operator,
      Optional<Money> most,
      Optional<String> reference,
      Optional<Kind> twist) {
    boolean goes(Kind wrong) {
      return twist.equals(Optional.of(wrong));
    }
  }

  private enum What {
    SMS,
    SMS_AFTER_END,
    SMS_AFTER_CANCEL,
    END
  }

  private record Due(Instant at, long number, Activation activation, What what) {}

  /** Ids and numbers begin by the clock, so that a vendor that starts again repeats none. */
  Desk(SandboxSettings settings, InstantSource clock, RandomGenerator random, FaultPlan faults) {
    long start = clock.millis();
    this.settings = settings;
    this.clock = clock;
    this.racks = new Racks(settings);
    this.register = new Register(settings.balance());
    this.lastId = start * 100;
    this.post = new Post(settings.delivery(), random, faults, lastId);
    this.numbers = new Numbers(settings.line(), start);
  }

  Deal lease(Wish wish) {
    return settled(
        now -> {
          var shelf = racks.shelf(wish.land(), wish.service());
          var price = shelf.price();
          var cost = wish.goes(Kind.DEARER) ? price.plus(price) : price;
          if (wish.reference().filter(register::knows).isPresent()) {
            return new Deal.No(Trouble.ORDER_EXISTS);
          }
          if (wish.most().filter(price::isMoreThan).isPresent()) {
            return new Deal.No(Trouble.TOO_DEAR, plain(price));
          }
          if (shelf.left() == 0) {
            return new Deal.No(Trouble.NO_NUMBERS);
          }
          return cost.isMoreThan(register.balance())
              ? new Deal.No(Trouble.NO_BALANCE)
              : give(shelf, phone(wish), cost, wish, now);
        });
  }

  /** Whether the number of this activation can be had once more. */
  Deal quote(long id) {
    return settled(
        now -> register.find(id).map(this::renewable).orElseGet(() -> new Deal.No(Trouble.BAD_ID)));
  }

  Deal renew(long id) {
    return settled(
        now ->
            register
                .find(id)
                .map(former -> renew(former, now))
                .orElseGet(() -> new Deal.No(Trouble.BAD_ID)));
  }

  Optional<Shown> find(long id) {
    return settled(now -> register.find(id).map(Activation::shown));
  }

  Deal another(long id) {
    return step(
        id,
        (activation, now) -> {
          if (activation.state == State.WAITING) {
            return new Deal.No(Trouble.BAD_STATUS);
          }
          if (activation.state == State.RECEIVED) {
            activation.state = State.RETRY;
            expectSms(activation, now);
          }
          return new Deal.Done(activation.shown());
        });
  }

  Deal finish(long id) {
    return step(
        id,
        (activation, now) -> {
          if (activation.state == State.WAITING) {
            return new Deal.No(Trouble.BAD_STATUS);
          }
          register.end(activation, State.FINISHED);
          return new Deal.Done(activation.shown());
        });
  }

  Deal cancel(long id, Optional<Kind> twist) {
    return step(
        id,
        (activation, now) -> {
          if (activation.state != State.WAITING) {
            return new Deal.No(Trouble.HAS_SMS);
          }
          if (now.isBefore(activation.startedAt.plus(settings.keeping().minimumCancelAge()))) {
            return new Deal.No(Trouble.TOO_EARLY);
          }
          register.end(activation, State.CANCELED);
          activation.cancels++;
          register.refund(activation);
          if (twist.equals(Optional.of(Kind.SMS_AFTER_CANCEL))) {
            plan(now.plusSeconds(5), activation, What.SMS_AFTER_CANCEL);
          }
          return new Deal.Done(activation.shown());
        });
  }

  /** Those that run, oldest first. */
  List<Shown> active() {
    return settled(now -> register.active());
  }

  /** Those begun in this time, youngest first. */
  List<Shown> history(Instant from, Instant to, int offset, int limit) {
    return settled(now -> register.history(from, to, offset, limit));
  }

  List<Price> prices(Optional<Land> land, Optional<Service> service, boolean ofOneOperator) {
    return settled(now -> racks.prices(land, service, ofOneOperator));
  }

  void restock(Land land, Service service, int count) {
    settled(
        now -> {
          racks.shelf(land, service).fill(count);
          return count;
        });
  }

  Money balance() {
    return settled(now -> register.balance());
  }

  Books books(Money opening) {
    return settled(now -> register.books(opening));
  }

  /** Whether a number was waiting for it. */
  boolean deliver(String phoneDigits, String text) {
    return settled(
        now -> {
          var waiting = register.lastOf(phoneDigits).filter(last -> last.state.isOpen());
          waiting.ifPresent(activation -> post.deliver(activation, text, now));
          return waiting.isPresent();
        });
  }

  void setAutomatic(Service service, boolean automatic) {
    settled(
        now -> {
          post.setAutomatic(service, automatic);
          return automatic;
        });
  }

  private Deal step(long id, BiFunction<Activation, Instant, Deal> step) {
    return settled(
        now -> {
          var activation = register.find(id);
          if (activation.isEmpty()) {
            return new Deal.No(Trouble.UNKNOWN);
          }
          return activation.get().state.isOpen()
              ? step.apply(activation.get(), now)
              : new Deal.No(Trouble.ENDED);
        });
  }

  private <T> T settled(Function<Instant, T> work) {
    lock.lock();
    try {
      var now = clock.instant();
      for (var due = agenda.peek(); due != null && !due.at().isAfter(now); due = agenda.peek()) {
        agenda.remove();
        happen(due);
      }
      return work.apply(now);
    } finally {
      lock.unlock();
    }
  }

  private void happen(Due due) {
    var activation = due.activation();
    switch (due.what()) {
      case SMS -> {
        if (activation.state.isOpen()) {
          post.arrive(activation, due.at());
        }
      }
      case SMS_AFTER_END -> post.arriveTooLate(activation, due.at(), Kind.LATE_SMS);
      case SMS_AFTER_CANCEL -> post.arriveTooLate(activation, due.at(), Kind.SMS_AFTER_CANCEL);
      case END -> {
        if (activation.state == State.WAITING) {
          register.end(activation, State.EXPIRED);
          register.refund(activation);
        } else if (activation.state.isOpen()) {
          register.end(activation, State.FINISHED);
        }
      }
    }
  }

  private Deal give(Shelf shelf, PhoneNumber phone, Money cost, Wish wish, Instant now) {
    var end = now.plus(settings.keeping().lifetime());
    var activation =
        new Activation(++lastId, shelf, phone, cost, wish.operator(), wish.reference(), now, end);
    register.add(activation);
    plan(end, activation, What.END);
    activation.duplicates = wish.goes(Kind.DUPLICATE_SMS);
    if (wish.goes(Kind.LATE_SMS)) {
      plan(end.plus(LATE), activation, What.SMS_AFTER_END);
    } else if (!wish.goes(Kind.NO_SMS)) {
      expectSms(activation, now);
    }
    return new Deal.Done(activation.shown());
  }

  private void expectSms(Activation activation, Instant now) {
    post.nextFor(activation.service())
        .ifPresent(delay -> plan(now.plus(delay), activation, What.SMS));
  }

  private void plan(Instant at, Activation activation, What what) {
    agenda.add(new Due(at, ++lastDue, activation, what));
  }

  private Deal renew(Activation former, Instant now) {
    if (renewable(former) instanceof Deal.No no) {
      return no;
    }
    var price = former.shelf.price();
    var wish =
        new Wish(
            former.land(),
            former.service(),
            former.operator,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return price.isMoreThan(register.balance())
        ? new Deal.No(Trouble.NO_BALANCE)
        : give(former.shelf, former.phone, price, wish, now);
  }

  private Deal renewable(Activation former) {
    if (former.state != State.FINISHED) {
      return new Deal.No(Trouble.NOT_RENEWABLE);
    }
    var last = register.lastOf(former.phone.digits());
    return last.filter(other -> other.state.isOpen()).isPresent()
        ? new Deal.No(Trouble.NUMBER_BUSY)
        : new Deal.Done(former.shown());
  }

  private PhoneNumber phone(Wish wish) {
    var used = wish.goes(Kind.SAME_NUMBER) ? register.anyOpen() : Optional.<Activation>empty();
    return used.map(other -> other.phone).orElseGet(() -> numbers.next(wish.land()));
  }

  static String plain(Money money) {
    return money.amount().stripTrailingZeros().toPlainString();
  }
}
