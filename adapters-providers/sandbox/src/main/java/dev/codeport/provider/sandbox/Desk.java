package dev.codeport.provider.sandbox;

import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.provider.sandbox.Activation.Shown;
import dev.codeport.provider.sandbox.Activation.Sms;
import dev.codeport.provider.sandbox.Books.State;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.Wares.Land;
import dev.codeport.provider.sandbox.Wares.Service;
import dev.codeport.provider.sandbox.Writer.Letter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The vendor's business: shelves, activations, money. Everything happens under one lock, after what
 * fell due by the clock has been done.
 */
final class Desk {
  private static final Duration LATE = Duration.ofSeconds(30);

  private final SandboxSettings settings;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final FaultPlan faults;
  private final Writer writer;
  private final Numbers numbers;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Shelf> shelves = new LinkedHashMap<>();
  private final LinkedHashMap<Long, Activation> activations = new LinkedHashMap<>();
  private final Map<Long, Activation> open = new LinkedHashMap<>();
  private final Map<String, Activation> lastOfPhone = new HashMap<>();
  private final Set<String> references = new HashSet<>();
  private final Set<String> silent;
  private final PriorityQueue<Due> agenda =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
  private Money balance;
  private long lastId;

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
      Optional<Kind> twist) {}

  private enum What {
    SMS,
    SMS_AFTER_END,
    SMS_AFTER_CANCEL,
    END
  }

  private record Due(Instant at, long number, Activation activation, What what) {}

  Desk(SandboxSettings settings, InstantSource clock, RandomGenerator random, FaultPlan faults) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
    this.faults = faults;
    this.writer = new Writer(random);
    this.balance = settings.balance();
    this.silent = new HashSet<>(settings.delivery().silent());
    long start = clock.millis();
    this.lastId = start * 100;
    this.numbers = new Numbers(settings.line(), start);
    for (var land : Wares.SHIPPED.lands().values()) {
      for (var service : Wares.SHIPPED.services().values()) {
        shelves.put(key(land, service), new Shelf(land, service, settings));
      }
    }
  }

  Deal lease(Wish wish) {
    return settled(
        now -> {
          var shelf = shelf(wish.land(), wish.service());
          var cost = wish.twist().equals(Optional.of(Kind.DEARER)) ? twice(shelf) : shelf.price();
          if (wish.reference().filter(references::contains).isPresent()) {
            return new Deal.No(Trouble.ORDER_EXISTS);
          }
          if (wish.most().filter(shelf.price()::isMoreThan).isPresent()) {
            return new Deal.No(Trouble.TOO_DEAR, plain(shelf.price()));
          }
          if (shelf.left() == 0) {
            return new Deal.No(Trouble.NO_NUMBERS);
          }
          if (cost.isMoreThan(balance)) {
            return new Deal.No(Trouble.NO_BALANCE);
          }
          return new Deal.Done(give(shelf, phone(wish), cost, wish, now));
        });
  }

  /** What the number of this activation costs once more; none of its SMS is needed to ask. */
  Deal quote(long id) {
    return settled(
        now -> {
          var former = activations.get(id);
          return former == null ? new Deal.No(Trouble.BAD_ID) : renewable(former);
        });
  }

  Deal renew(long id) {
    return settled(
        now -> {
          var former = activations.get(id);
          if (former == null) {
            return new Deal.No(Trouble.BAD_ID);
          }
          if (renewable(former) instanceof Deal.No no) {
            return no;
          }
          if (former.shelf.price().isMoreThan(balance)) {
            return new Deal.No(Trouble.NO_BALANCE);
          }
          var wish =
              new Wish(
                  former.land(),
                  former.service(),
                  former.operator,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty());
          return new Deal.Done(give(former.shelf, former.phone, former.shelf.price(), wish, now));
        });
  }

  Optional<Shown> find(long id) {
    return settled(now -> Optional.ofNullable(activations.get(id)).map(Activation::shown));
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
          end(activation, State.FINISHED);
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
          end(activation, State.CANCELED);
          activation.cancels++;
          refund(activation);
          if (twist.equals(Optional.of(Kind.SMS_AFTER_CANCEL))) {
            plan(now.plusSeconds(5), activation, What.SMS_AFTER_CANCEL);
          }
          return new Deal.Done(activation.shown());
        });
  }

  /** Those that run, oldest first. */
  List<Shown> active() {
    return settled(now -> open.values().stream().map(Activation::shown).toList());
  }

  /** Those begun in this time, youngest first. */
  List<Shown> history(Instant from, Instant to, int offset, int limit) {
    return settled(
        now ->
            activations.sequencedValues().reversed().stream()
                .takeWhile(each -> !each.startedAt.isBefore(from))
                .filter(each -> !each.startedAt.isAfter(to))
                .skip(offset)
                .limit(limit)
                .map(Activation::shown)
                .toList());
  }

  /** What a shelf shows. */
  record Price(Land land, Service service, Money price, int count) {}

  List<Price> prices(Optional<Land> land, Optional<Service> service, boolean ofOneOperator) {
    return settled(
        now ->
            shelves.values().stream()
                .filter(shelf -> land.isEmpty() || land.get().equals(shelf.land()))
                .filter(shelf -> service.isEmpty() || service.get().equals(shelf.service()))
                .map(
                    shelf ->
                        new Price(
                            shelf.land(),
                            shelf.service(),
                            shelf.price(),
                            ofOneOperator ? shelf.leftOfOperator() : shelf.left()))
                .toList());
  }

  void restock(Land land, Service service, int count) {
    settled(
        now -> {
          shelf(land, service).fill(count);
          return count;
        });
  }

  Money balance() {
    return settled(now -> balance);
  }

  /** Whether a number was waiting for it. */
  boolean deliver(String digits, String text) {
    return settled(
        now -> {
          var activation = lastOfPhone.get(digits);
          if (activation == null || !activation.state.isOpen()) {
            return false;
          }
          show(activation, Writer.read(text), now);
          return true;
        });
  }

  void setAutomatic(Service service, boolean automatic) {
    settled(
        now -> {
          silent.remove(service.slug());
          silent.remove(service.code());
          return automatic || silent.add(service.code());
        });
  }

  Books books(Money opening) {
    return settled(
        now ->
            new Books(
                opening, balance, activations.values().stream().map(Activation::entry).toList()));
  }

  private interface Step {
    Deal take(Activation activation, Instant now);
  }

  private Deal step(long id, Step step) {
    return settled(
        now -> {
          var activation = activations.get(id);
          if (activation == null) {
            return new Deal.No(Trouble.UNKNOWN);
          }
          return activation.state.isOpen()
              ? step.take(activation, now)
              : new Deal.No(Trouble.ENDED);
        });
  }

  private interface Work<T> {
    T at(Instant now);
  }

  private <T> T settled(Work<T> work) {
    return locked(
        () -> {
          var now = clock.instant();
          while (!agenda.isEmpty() && !agenda.peek().at().isAfter(now)) {
            happen(agenda.remove());
          }
          return work.at(now);
        });
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private void happen(Due due) {
    var activation = due.activation();
    switch (due.what()) {
      case SMS -> {
        if (activation.state.isOpen()) {
          automatic(activation, due.at());
        }
      }
      case SMS_AFTER_END -> tooLate(due, Kind.LATE_SMS);
      case SMS_AFTER_CANCEL -> tooLate(due, Kind.SMS_AFTER_CANCEL);
      case END -> {
        if (activation.state == State.WAITING) {
          end(activation, State.EXPIRED);
          refund(activation);
        } else if (activation.state.isOpen()) {
          end(activation, State.FINISHED);
        }
      }
    }
  }

  private void tooLate(Due due, Kind kind) {
    var activation = due.activation();
    show(activation, writer.write(activation.service(), activation.land()), due.at());
    faults.saw(kind);
  }

  private void automatic(Activation activation, Instant at) {
    var letter = writer.write(activation.service(), activation.land());
    show(activation, letter, at);
    if (activation.duplicates) {
      activation.duplicates = false;
      show(activation, letter, at.plusSeconds(1));
      faults.saw(Kind.DUPLICATE_SMS);
    }
  }

  private void show(Activation activation, Letter letter, Instant at) {
    activation.messages.add(new Sms(++lastId, letter.text(), letter.code(), at));
    if (activation.state.isOpen()) {
      activation.state = State.RECEIVED;
    }
  }

  private Shown give(Shelf shelf, PhoneNumber phone, Money cost, Wish wish, Instant now) {
    var activation =
        new Activation(
            ++lastId,
            shelf,
            phone,
            cost,
            wish.operator(),
            wish.reference(),
            now,
            now.plus(settings.keeping().lifetime()));
    balance = balance.minus(cost);
    shelf.take();
    wish.reference().ifPresent(references::add);
    activations.put(activation.id, activation);
    open.put(activation.id, activation);
    lastOfPhone.put(phone.digits(), activation);
    plan(activation.endsAt, activation, What.END);
    twist(activation, wish.twist(), now);
    return activation.shown();
  }

  private void twist(Activation activation, Optional<Kind> twist, Instant now) {
    activation.duplicates = twist.equals(Optional.of(Kind.DUPLICATE_SMS));
    if (twist.equals(Optional.of(Kind.LATE_SMS))) {
      plan(activation.endsAt.plus(LATE), activation, What.SMS_AFTER_END);
    } else if (!twist.equals(Optional.of(Kind.NO_SMS))) {
      expectSms(activation, now);
    }
  }

  private void expectSms(Activation activation, Instant now) {
    var service = activation.service();
    var delivery = settings.delivery();
    double luck = random.nextDouble();
    double wait = random.nextDouble();
    if (silent.stream().noneMatch(service::isCalled) && luck < delivery.success()) {
      var span = delivery.delayMax().minus(delivery.delayMin()).toMillis();
      var delay = delivery.delayMin().plusMillis((long) (span * wait));
      plan(now.plus(delay), activation, What.SMS);
    }
  }

  private void plan(Instant at, Activation activation, What what) {
    agenda.add(new Due(at, ++lastId, activation, what));
  }

  private void end(Activation activation, State state) {
    activation.state = state;
    activation.shelf.putBack();
    open.remove(activation.id);
  }

  private void refund(Activation activation) {
    activation.refunded = true;
    balance = balance.plus(activation.cost);
  }

  private Deal renewable(Activation former) {
    if (former.state != State.FINISHED) {
      return new Deal.No(Trouble.NOT_RENEWABLE);
    }
    var last = lastOfPhone.get(former.phone.digits());
    return last != null && last.state.isOpen()
        ? new Deal.No(Trouble.NUMBER_BUSY)
        : new Deal.Done(former.shown());
  }

  private PhoneNumber phone(Wish wish) {
    var used =
        wish.twist().equals(Optional.of(Kind.SAME_NUMBER))
            ? open.values().stream().findAny().map(each -> each.phone)
            : Optional.<PhoneNumber>empty();
    return used.orElseGet(() -> numbers.next(wish.land()));
  }

  private static Money twice(Shelf shelf) {
    return shelf.price().plus(shelf.price());
  }

  private Shelf shelf(Land land, Service service) {
    return Optional.ofNullable(shelves.get(key(land, service))).orElseThrow();
  }

  private static String key(Land land, Service service) {
    return land.code() + "/" + service.code();
  }

  static String plain(Money money) {
    return money.amount().stripTrailingZeros().toPlainString();
  }
}
