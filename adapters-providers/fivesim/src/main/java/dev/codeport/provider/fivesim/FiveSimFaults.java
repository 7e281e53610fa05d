package dev.codeport.provider.fivesim;

import static java.util.Map.entry;

import java.util.Map;

/** What the lines of text mean that come instead of an answer. */
final class FiveSimFaults {
  private FiveSimFaults() {}

  /** What one has to make of an error, whichever request it answers. */
  enum Meaning {
    /** No number in stock, at this price. */
    NO_NUMBERS,
    /** Our balance there is too low. */
    BALANCE,
    /** Our account or token is not accepted, or our rating too low. */
    ACCOUNT,
    /** Country, operator or product are not served. */
    UNSUPPORTED,
    /** Too many requests, or turned away before anybody looked: surely not done. */
    TURNED_AWAY,
    /** They broke: it may have been done. */
    SERVER,
    /** They know no such order, or will not hear of it any more. */
    NO_ORDER,
    /** An SMS came: it cannot be given back. */
    HAS_SMS,
    /** No SMS came: it cannot be finished. */
    NO_SMS,
    /** The request is not what they want, and never will be. */
    REQUEST,
    /** Nothing we know. */
    UNKNOWN
  }

  private static final Map<String, Meaning> MEANINGS =
      Map.ofEntries(
          // Stock: with status 200 by the documents, else 400.
          entry("no free phones", Meaning.NO_NUMBERS),
          entry("not enough product qty", Meaning.NO_NUMBERS),
          // The account.
          entry("not enough user balance", Meaning.BALANCE),
          entry(
              "not enough rating", Meaning.ACCOUNT), // no orders for a day, then it is whole again
          // What was asked for.
          entry("no product", Meaning.UNSUPPORTED),
          entry("bad country", Meaning.UNSUPPORTED),
          entry("bad operator", Meaning.UNSUPPORTED),
          entry("bad product", Meaning.UNSUPPORTED),
          entry("country is incorrect", Meaning.UNSUPPORTED),
          entry("product is incorrect", Meaning.UNSUPPORTED),
          entry("select country", Meaning.REQUEST),
          entry("select operator", Meaning.REQUEST),
          entry("select product", Meaning.REQUEST),
          entry("product_name is empty", Meaning.REQUEST),
          entry("hosting order", Meaning.REQUEST), // a step for short numbers asked of a long one
          // Orders.
          entry("order not found", Meaning.NO_ORDER), // 404 when asked about, 400 at a step
          entry("record not found", Meaning.NO_ORDER),
          entry("order expired", Meaning.NO_ORDER),
          entry("order has sms", Meaning.HAS_SMS),
          entry("order no sms", Meaning.NO_SMS),
          // Having a number again.
          entry("reuse not possible", Meaning.REQUEST),
          entry("reuse false", Meaning.REQUEST),
          entry("reuse expired", Meaning.REQUEST),
          // Them.
          entry("too many requests", Meaning.TURNED_AWAY),
          entry("server offline", Meaning.SERVER),
          entry("internal error", Meaning.SERVER));

  /** By the text, else by the status it came with. */
  static Meaning of(Said.Line line) {
    return MEANINGS.getOrDefault(line.text(), ofStatus(line.status()));
  }

  static Meaning of(Said.Garbage garbage) {
    // Before whom a page stands is unknown; its 503 is not the limit's, which has no page.
    return garbage.isPage() && garbage.status() == 503
        ? Meaning.SERVER
        : ofStatus(garbage.status());
  }

  private static Meaning ofStatus(int status) {
    return switch (status) {
      case 401, 403 -> Meaning.ACCOUNT; // 403 also comes from the guard before them
      case 402 -> Meaning.BALANCE;
      case 302, 404 -> Meaning.UNSUPPORTED; // a name in the path that they do not know
      case 429, 503 -> Meaning.TURNED_AWAY; // a key's limit; an address' or of buying
      case 408, 499 -> Meaning.SERVER; // somebody between us gave up waiting
      default -> {
        if (status >= 500) {
          yield Meaning.SERVER;
        }
        yield status >= 300 ? Meaning.REQUEST : Meaning.UNKNOWN;
      }
    };
  }
}
