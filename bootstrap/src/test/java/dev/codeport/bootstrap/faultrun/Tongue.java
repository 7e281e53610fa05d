package dev.codeport.bootstrap.faultrun;

import java.util.Optional;

/** As much of a vendor's protocol as somebody between us and it has to know. */
interface Tongue {
  Place place(Ask ask);

  /** Path and query to ask the vendor for, instead of whole worlds of numbers nobody buys here. */
  String target(Ask ask);

  /** The number that a request is about, by the vendor's id. */
  Optional<String> lease(Ask ask);

  /** What we call the number that is asked for, where the protocol lets us. */
  Optional<String> reference(Ask ask);

  /** The number that was given, by the vendor's id. */
  Optional<String> bought(Told told);

  /**
   * How the vendor says no: to {@code NO_NUMBERS}, {@code PRICE_CHANGED}, {@code NO_BALANCE},
   * {@code BANNED}, {@code EARLY_CANCEL} and {@code KEY_REVOKED}.
   */
  Told no(Mishap why);

  /** Whether this can befall a vendor of such a protocol. */
  boolean knows(Mishap mishap);
}
