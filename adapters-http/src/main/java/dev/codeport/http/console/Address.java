package dev.codeport.http.console;

import java.util.regex.Pattern;

/** Where to go on afterwards, as a form or a link says it: never away from these pages. */
final class Address {
  static final String HOME = "/console";

  private static final Pattern OURS =
      Pattern.compile(
          "/console(/[A-Za-z0-9_~%+-][A-Za-z0-9._~%+-]*)*/?(\\?[A-Za-z0-9._~%=&+,:@-]*)?");

  private static final int LONGEST = 1_000;

  private Address() {}

  /** The same, or home where it is not one of ours. */
  static String safe(String wanted) {
    return wanted.length() <= LONGEST && OURS.matcher(wanted).matches() ? wanted : HOME;
  }
}
