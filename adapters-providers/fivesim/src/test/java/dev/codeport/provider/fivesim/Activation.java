package dev.codeport.provider.fivesim;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An order in the fake's books. */
final class Activation {
  /** An SMS; what is no code is a text without one. */
  record Text(Instant at, String text, String code) {}

  final long id;
  final String phone;
  final String country;
  final String operator;
  final String product;
  final BigDecimal price;
  final Instant createdAt;
  final Instant expires;
  final List<Text> sms = new ArrayList<>();
  String status = "RECEIVED";

  Activation(
      long id,
      String phone,
      String country,
      String operator,
      String product,
      BigDecimal price,
      Instant createdAt,
      Instant expires) {
    this.id = id;
    this.phone = phone;
    this.country = country;
    this.operator = operator;
    this.product = product;
    this.price = price;
    this.createdAt = createdAt;
    this.expires = expires;
  }

  boolean isOpen() {
    return status.equals("RECEIVED") || status.equals("PENDING");
  }

  boolean isRefunded() {
    return status.equals("CANCELED") || status.equals("TIMEOUT") || status.equals("BANNED");
  }
}
