package dev.codeport.provider.smscode;

import dev.codeport.provider.smscode.Books.Rack;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An order in the fake's books. */
final class Sale {
  private static final Duration COOLDOWN = Duration.ofSeconds(60);

  final int id;
  final String phone;
  final Rack rack;
  final long price;
  final Instant createdAt;
  private final Instant cancelableFrom;
  final Instant expiresAt;
  String status = "ACTIVE";
  int revision;
  Optional<String> text = Optional.empty();
  Optional<String> code = Optional.empty();
  Optional<Instant> firstSmsAt = Optional.empty();
  Optional<Instant> askedAt = Optional.empty();
  Optional<Instant> canceledAt = Optional.empty();

  Sale(int id, String phone, Rack rack, long price, Instant createdAt, Books.Times times) {
    this.id = id;
    this.phone = phone;
    this.rack = rack;
    this.price = price;
    this.createdAt = createdAt;
    this.cancelableFrom = createdAt.plus(times.cancelAge());
    this.expiresAt = createdAt.plus(times.life());
  }

  boolean isOpen() {
    return status.equals("ACTIVE") || status.equals("OTP_RECEIVED");
  }

  boolean isRefunded() {
    return status.equals("CANCELED") || status.equals("EXPIRED");
  }

  boolean hasSms() {
    return firstSmsAt.isPresent();
  }

  /** Until when it cannot be canceled; none once it can, or never can again. */
  Optional<Instant> tooEarlyUntil(Instant now) {
    return Optional.of(cancelableFrom).filter(at -> isOpen() && !hasSms() && at.isAfter(now));
  }

  Optional<Instant> coolsUntil(Instant now) {
    return askedAt.map(at -> at.plus(COOLDOWN)).filter(at -> isOpen() && at.isAfter(now));
  }

  void receive(Instant now, String newText, Optional<String> newCode) {
    status = "OTP_RECEIVED";
    revision++;
    text = Optional.of(newText);
    code = newCode.or(() -> code);
    firstSmsAt = firstSmsAt.or(() -> Optional.of(now));
  }
}
