package dev.codeport.domain.order;

/** How an order ended. */
public enum Ending {
  /** It had an SMS and was paid for. */
  COMPLETED,
  /** The customer gave it back before an SMS; nothing was paid. */
  CANCELED,
  /** Its time was over before an SMS; nothing was paid. */
  EXPIRED,
  /** No vendor gave a number; the customer never saw the order. */
  REFUSED,
  /** The vendor's answer got lost and it turned out to hold no number; nothing was paid. */
  FAILED;

  public boolean isPaid() {
    return this == COMPLETED;
  }
}
