package dev.codeport.bootstrap.faultrun;

import static dev.codeport.bootstrap.faultrun.Place.BUY;
import static dev.codeport.bootstrap.faultrun.Place.CANCEL;
import static dev.codeport.bootstrap.faultrun.Place.LIST;
import static dev.codeport.bootstrap.faultrun.Place.SHELF;
import static dev.codeport.bootstrap.faultrun.Place.STATUS;
import static dev.codeport.bootstrap.faultrun.Place.STEP;

import com.google.common.collect.ImmutableList;

/** What goes wrong. */
enum Mishap {
  // On the way there, nothing done.
  UNHEARD("the connection breaks before anything is done", BUY, LIST, CANCEL, SHELF),
  BROKEN("500, 502 or 503, nothing done", BUY, STATUS, LIST, CANCEL, STEP, SHELF),
  TOO_MANY("429 with Retry-After, nothing done", BUY, STATUS, LIST, CANCEL, SHELF),
  REPLAYED("somebody between answers as before, nothing done", BUY),
  NO_NUMBERS("no numbers, whatever the list says", BUY),
  PRICE_CHANGED("not for this price any more", BUY),
  NO_BALANCE("our balance is too low", BUY),
  BANNED("our account is banned", BUY),
  EARLY_CANCEL("too early to take back", CANCEL),

  // On the way back, all done.
  LOST_ANSWER("the connection breaks without an answer", BUY, CANCEL, STEP),
  TIMED_OUT("no answer in time", BUY, CANCEL, STEP),
  DONE_LATE("done only after our deadline", BUY, CANCEL),
  BROKEN_AFTER("500, and all was done", BUY, CANCEL, STEP),
  GARBAGE("bytes that are no text", BUY, STATUS, LIST, CANCEL, STEP, SHELF),
  CUT_SHORT("half of the answer, and it says that is all", BUY, STATUS, LIST, CANCEL, SHELF),
  CUT_OFF("half of the answer, and the connection breaks", BUY, STATUS, LIST),
  HTML("a page", BUY, STATUS, LIST, CANCEL, STEP, SHELF),
  EMPTY("nothing at all", BUY, STATUS, LIST, CANCEL, STEP, SHELF),
  STRINGS("every number as a string", BUY, STATUS, LIST, SHELF),
  ENDLESS("an answer without an end", BUY, STATUS),
  TWO_DOCUMENTS("the answer twice in one", BUY),
  TWICE("the request arrives twice", BUY),
  UNKNOWN_STATUS("a status nobody ever heard of", STATUS, LIST),
  UNLISTED("the list lacks one", LIST),
  REORDERED("the SMS in another order", STATUS),

  // By the weather: for a while, whatever is asked.
  REFUSED("nobody listens"),
  SILENT("nobody answers"),
  KEY_REVOKED("our key is not accepted"),

  // At the vendor.
  NO_SMS("nothing ever comes"),
  NO_CODE("an SMS without a code"),
  DUPLICATE_SMS("the SMS comes twice"),
  EDITED_SMS("the SMS reads otherwise later"),
  SMS_FIRST("an SMS comes just before the cancel", CANCEL),
  SMS_AFTER_CANCEL("an SMS comes after it was taken back"),
  LATE_SMS("an SMS comes after the end"),
  SAME_NUMBER("a number that somebody has already"),
  DEARER("it takes more than it said");

  final String words;
  final ImmutableList<Place> places;

  /**
   * @param places where a deck has it; none for what comes otherwise
   */
  Mishap(String words, Place... places) {
    this.words = words;
    this.places = ImmutableList.copyOf(places);
  }
}
