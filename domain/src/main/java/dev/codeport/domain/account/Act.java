package dev.codeport.domain.account;

import dev.codeport.domain.id.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that the operator did, for who asks later.
 *
 * @param account to which it was done, if to one
 * @param detail what exactly, for people: at most 500 characters, never a whole key
 */
public record Act(
    Author author, Kind kind, Optional<AccountId> account, String detail, Instant at) {
  private static final int LONGEST = 500;

  /** What may be done; the names are kept for ever. */
  public enum Kind {
    ACCOUNT_OPENED,
    ACCOUNT_SUSPENDED,
    ACCOUNT_RESUMED,
    EXEMPTIONS_SET,
    KEY_ISSUED,
    KEY_REVOKED,
    MONEY_ADDED,
    MONEY_ADJUSTED,
    RATE_SET,
    MARKUP_SET,
    MARKUP_REMOVED,
    LIST_LINE_SET,
    LIST_LINE_REMOVED,
    PHONE_UNLOCKED
  }

  /** Through what it was done. */
  public enum Door {
    API,
    CONSOLE
  }

  /**
   * Who did it, as far as one key for all tells.
   *
   * @param address the network address from which it came, empty when unknown
   */
  public record Author(Door door, String address) {}

  public Act {
    if (detail.length() > LONGEST) {
      throw new IllegalArgumentException("the detail of an act has at most 500 characters");
    }
  }

  /** The same of a detail that may be too long and is cut then. */
  public static Act of(
      Author author, Kind kind, Optional<AccountId> account, String detail, Instant at) {
    var end = Math.min(detail.length(), LONGEST);
    var whole = end > 0 && Character.isHighSurrogate(detail.charAt(end - 1)) ? end - 1 : end;
    return new Act(author, kind, account, detail.substring(0, whole), at);
  }
}
