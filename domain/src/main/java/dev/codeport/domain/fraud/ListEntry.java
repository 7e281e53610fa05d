package dev.codeport.domain.fraud;

import dev.codeport.domain.phone.PhoneNumber;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of the safe list or of the block list. On the safe list no other rule counts; limits still
 * do.
 *
 * @param subject whom it is about: a number or the beginning of numbers (a plus sign and 1 to 15
 *     digits, a star behind for a beginning), or a network ({@code 203.0.113.0/24}, {@code
 *     2001:db8::/32}, or one address)
 * @param reason why, for people, 1 to 200 characters
 * @param until when it ends; none for never
 */
public record ListEntry(Kind kind, String subject, String reason, Optional<Instant> until) {
  public enum Kind {
    SAFE,
    BLOCK
  }

  private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{0,14}\\*?");

  public ListEntry {
    if (!PHONE.matcher(subject).matches() && network(subject).isEmpty()) {
      throw new IllegalArgumentException(
          "a number, the beginning of numbers with a star, or a network, not " + subject);
    }
    if (reason.isBlank() || reason.length() > 200) {
      throw new IllegalArgumentException("a reason has 1 to 200 characters");
    }
  }

  public boolean holdsAt(Instant now) {
    return until.filter(end -> !now.isBefore(end)).isEmpty();
  }

  boolean isAbout(Evidence evidence) {
    return subject.startsWith("+")
        ? isAbout(evidence.phone())
        : network(subject)
            .filter(network -> evidence.address().filter(network::contains).isPresent())
            .isPresent();
  }

  private boolean isAbout(PhoneNumber phone) {
    return subject.endsWith("*")
        ? phone.e164().startsWith(subject.substring(0, subject.length() - 1))
        : phone.e164().equals(subject);
  }

  private record Network(NetworkAddress base, int bits) {
    boolean contains(NetworkAddress other) {
      var mine = base.address().getAddress();
      var its = other.address().getAddress();
      int host = mine.length * Byte.SIZE - bits;
      return mine.length == its.length
          && new BigInteger(1, mine)
              .shiftRight(host)
              .equals(new BigInteger(1, its).shiftRight(host));
    }
  }

  private static Optional<Network> network(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? NetworkAddress.parse(text).map(one -> new Network(one, widthOf(one)))
        : NetworkAddress.parse(text.substring(0, slash))
            .flatMap(
                base ->
                    bits(text.substring(slash + 1), widthOf(base))
                        .map(bits -> new Network(base, bits)));
  }

  private static int widthOf(NetworkAddress address) {
    return address.address().getAddress().length * Byte.SIZE;
  }

  private static Optional<Integer> bits(String text, int most) {
    return text.matches("\\d{1,3}") && Integer.parseInt(text) <= most
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }
}
