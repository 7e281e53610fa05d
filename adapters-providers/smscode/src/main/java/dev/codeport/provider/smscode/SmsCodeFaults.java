package dev.codeport.provider.smscode;

import static java.util.Map.entry;

import java.util.Map;

/** What the protocol's error codes mean; they are a closed list, each with one status. */
final class SmsCodeFaults {
  private SmsCodeFaults() {}

  /** What one has to make of an error, whichever request it answers. */
  enum Meaning {
    /** No number in stock, at this price, of this operator. */
    NO_NUMBERS,
    /** Our balance there is too low. */
    BALANCE,
    /** Our account or token is not accepted, or kept from ordering. */
    ACCOUNT,
    /** The request is not what they want, and never will be. */
    REQUEST,
    /** They know no such order. */
    NO_ORDER,
    /** That step is not for the order's present state. */
    WRONG_STATE,
    /** It cannot be given back yet. */
    TOO_EARLY,
    /** Somebody behind them refused or failed; nothing was done. */
    BEHIND,
    /** Turned away before anybody looked: surely not done. */
    TURNED_AWAY,
    /** What we asked for under this reference is being done, or was done otherwise. */
    IN_DOUBT,
    /** They broke: it may have been done. */
    SERVER,
    /** Nothing we know. */
    UNKNOWN
  }

  private static final Map<String, Meaning> MEANINGS =
      Map.ofEntries(
          // The account.
          entry("UNAUTHORIZED", Meaning.ACCOUNT), // 401
          entry("FORBIDDEN", Meaning.ACCOUNT), // 403
          entry("TEMP_BANNED_ABUSE_GUARD", Meaning.ACCOUNT), // 429, too many orders without an SMS
          entry("INSUFFICIENT_BALANCE", Meaning.BALANCE), // 409
          // The request.
          entry("VALIDATION_ERROR", Meaning.REQUEST), // 422; a reactivation: dearer than allowed
          entry("NOT_FOUND", Meaning.NO_ORDER), // 404; another account's order too
          entry("NO_OFFER_AVAILABLE", Meaning.NO_NUMBERS), // 422
          // Our reference.
          entry("IDEMPOTENCY_KEY_REUSED", Meaning.IN_DOUBT), // 422, it was another request's
          entry("REQUEST_IN_PROGRESS", Meaning.IN_DOUBT), // 409
          // Orders.
          entry("CONFLICT", Meaning.WRONG_STATE), // 409
          entry("CANCEL_TOO_EARLY", Meaning.TOO_EARLY), // 409
          // Them, and whom they buy from.
          entry("PROVIDER_ERROR", Meaning.BEHIND), // 422
          entry("RATE_LIMIT_EXCEEDED", Meaning.TURNED_AWAY), // 429; also the day's cancels
          entry("SERVICE_UNAVAILABLE", Meaning.TURNED_AWAY), // 503
          entry("FX_RATE_UNAVAILABLE", Meaning.TURNED_AWAY), // 503, before the ledger is touched
          entry("INTERNAL_ERROR", Meaning.SERVER)); // 500

  /** By the code, else by the status it came with. */
  static Meaning of(Said.Fault fault) {
    return MEANINGS.getOrDefault(fault.code(), ofStatus(fault.status()));
  }

  /** Before whom a page or a text stands is unknown, so a 503 of one is no word of theirs. */
  static Meaning of(Said.Garbage garbage) {
    return ofStatus(garbage.status());
  }

  private static Meaning ofStatus(int status) {
    return switch (status) {
      case 401, 403 -> Meaning.ACCOUNT; // 403 also comes from a guard before them
      case 429 -> Meaning.TURNED_AWAY;
      case 408, 499 -> Meaning.SERVER; // somebody between us gave up waiting
      default -> {
        if (status >= 500) {
          yield Meaning.SERVER;
        }
        yield status >= 300 ? Meaning.REQUEST : Meaning.UNKNOWN; // 413 has no code of its own
      }
    };
  }

  static Map<String, Meaning> table() {
    return MEANINGS;
  }
}
