package dev.codeport.domain.code;

import java.util.Locale;

/** What a word of the lexicon says about the numbers near it. */
enum Kind {
  /** Nothing but a one-time code is called so. */
  STRONG,
  /** Any code, PIN or password is called so. */
  LABEL,
  /** What codes are for: verifying, signing in, registering. */
  ACT,
  /** What senders of codes ask for: tell nobody. */
  CAUTION,
  /** Makes the code beside it a discount, prize or parcel code. */
  SPOILER,
  /** Names the number after it: an order, an account, a phone. */
  DECOY,
  /** The message sells, awards or cheats. */
  PROMO,
  /** The message reports a payment or a balance. */
  LEDGER,
  /** Asks for an SMS … */
  SEND,
  /** … to a short number. */
  TO,
  UNIT,
  /** Gets stuck to the end of a number by careless senders. */
  JOINT,
  CURRENCY,
  MONTH,
  /** Swallows words that mean something elsewhere. */
  NEUTRAL;

  String resource() {
    return name().toLowerCase(Locale.ROOT) + ".txt";
  }

  boolean namesCode() {
    return this == STRONG || this == LABEL;
  }
}
