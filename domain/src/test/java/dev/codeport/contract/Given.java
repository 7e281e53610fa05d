package dev.codeport.contract;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.verification.VerificationCommit;
import dev.codeport.domain.wallet.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a test begins with, in words: {@code
 * Given.activeOrder().of(account).priced(9000).in(storage)}. All that is not said is sane: money is
 * rupiah, an account is rich enough, an order is one for WhatsApp in Indonesia at a vendor named
 * {@code north}.
 */
public final class Given {
  /** When everything begins. Its fraction shows whether microseconds are kept. */
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");

  public static final ProviderId NORTH = new ProviderId("north");
  public static final ProviderId SOUTH = new ProviderId("south");
  public static final SenderId WEST = new SenderId("west");
  public static final SenderId EAST = new SenderId("east");

  private Given() {}

  public static AccountFixture account() {
    return new AccountFixture("Acme", 1_000_000);
  }

  public static EndpointFixture endpoint() {
    return new EndpointFixture(Set.of(), "https://hooks.example.org/codeport");
  }

  /** A tier of this vendor: WhatsApp in Indonesia, any operator. */
  public static TierKey tier(ProviderId provider) {
    return new TierKey(provider, new CountryId(88), new PlatformId(1), Optional.empty());
  }

  public static Money rupiah(long units) {
    return Money.of(units, Currency.IDR);
  }

  public static Money dollars(String amount) {
    return Money.of(amount, Currency.USD);
  }

  /** The moment that many minutes after the beginning. */
  public static Instant minute(long minutes) {
    return NOW.plus(Duration.ofMinutes(minutes));
  }

  public static OrderFixture<Order.Placed> placedOrder() {
    return OrderFixture.living(OrderLife::place);
  }

  /** A vendor's answer got lost. */
  public static OrderFixture<Order.Placed> unsettledOrder() {
    return OrderFixture.living(OrderLife::unsettle);
  }

  public static OrderFixture<Order.Active> activeOrder() {
    return OrderFixture.living(OrderLife::activate);
  }

  /** The customer wants it canceled two and a half minutes after it was placed. */
  public static OrderFixture<Order.Active> queuedOrder() {
    return OrderFixture.living(OrderLife::queueCancel);
  }

  /** Its number is being given back in favour of another. */
  public static OrderFixture<Order.Active> leavingOrder() {
    return OrderFixture.living(OrderLife::leave);
  }

  /** It had a number, and another is being asked for. */
  public static OrderFixture<Order.Placed> movingOrder() {
    return OrderFixture.living(OrderLife::move);
  }

  /** It had a number, and the answer for another got lost. */
  public static OrderFixture<Order.Placed> movingUnsettledOrder() {
    return OrderFixture.living(OrderLife::moveAndUnsettle);
  }

  /** With its second number. */
  public static OrderFixture<Order.Active> movedOrder() {
    return OrderFixture.living(OrderLife::moveAndActivate);
  }

  public static OrderFixture<Order.Active> cancelingOrder() {
    return OrderFixture.living(OrderLife::askCancel);
  }

  public static OrderFixture<Order.Received> receivedOrder() {
    return OrderFixture.living(OrderLife::receive);
  }

  /** One SMS came and another was asked for. */
  public static OrderFixture<Order.Received> awaitingOrder() {
    return OrderFixture.living(OrderLife::another);
  }

  public static OrderFixture<Order.Closed> completedOrder() {
    return OrderFixture.living(OrderLife::complete);
  }

  public static OrderFixture<Order.Closed> canceledOrder() {
    return OrderFixture.living(OrderLife::cancel);
  }

  public static OrderFixture<Order.Closed> withdrawnOrder() {
    return OrderFixture.living(OrderLife::withdraw);
  }

  public static OrderFixture<Order.Closed> expiredOrder() {
    return OrderFixture.living(OrderLife::expire);
  }

  public static OrderFixture<Order.Closed> refusedOrder() {
    return OrderFixture.living(OrderLife::refuse);
  }

  public static OrderFixture<Order.Closed> failedOrder() {
    return OrderFixture.living(OrderLife::fail);
  }

  /** A number that no phone has, another for each of 0 to 999. */
  public static PhoneNumber phone(int number) {
    return new PhoneNumber("+447700900%03d".formatted(number));
  }

  public static VerificationFixture<Verification.Started> startedVerification() {
    return VerificationFixture.living(VerificationLife::start);
  }

  /** A code of ours is on its way. */
  public static VerificationFixture<Verification.Sent> sentVerification() {
    return VerificationFixture.living(VerificationLife::send);
  }

  /** A code that the sender made is on its way. */
  public static VerificationFixture<Verification.Sent> theirVerification() {
    return VerificationFixture.living(VerificationLife::sendTheirs);
  }

  /** By the first guess. */
  public static VerificationFixture<Verification.Verified> verifiedVerification() {
    return VerificationFixture.living(VerificationLife::verify);
  }

  /** Canceled. */
  public static VerificationFixture<Verification.Failed> failedVerification() {
    return VerificationFixture.living(VerificationLife::fail);
  }

  public static VerificationFixture<Verification.Failed> blockedVerification() {
    return VerificationFixture.living(VerificationLife::block);
  }

  /** Commits what must be possible. */
  public static void committed(Storage storage, VerificationChange.Builder change) {
    var result = storage.verifications().commit(change.build());
    assertInstanceOf(VerificationCommit.Committed.class, result);
  }

  /** Commits what must be possible. */
  public static Wallet committed(Storage storage, Change.Builder change) {
    var result = storage.commit(change.build());
    return assertInstanceOf(CommitResult.Committed.class, result).wallet();
  }
}
