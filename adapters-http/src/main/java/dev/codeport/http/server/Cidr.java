package dev.codeport.http.server;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** A block of addresses of one family, such as {@code 10.0.0.0/8}. */
public record Cidr(BigInteger first, int bytes, int prefix) {
  private static final Pattern BITS = Pattern.compile("\\d{1,3}");

  /**
   * @param text a block, or one address
   * @throws IllegalArgumentException when it is neither
   */
  public static Cidr of(String text) {
    var slash = text.indexOf('/');
    var address = InetAddresses.forString(slash < 0 ? text : text.substring(0, slash)).getAddress();
    var prefix = slash < 0 ? address.length * 8 : bits(text.substring(slash + 1));
    if (prefix > address.length * 8) {
      throw new IllegalArgumentException("a block has at most as many bits as its addresses");
    }
    return new Cidr(masked(address, prefix), address.length, prefix);
  }

  public boolean contains(byte[] address) {
    return address.length == bytes && masked(address, prefix).equals(first);
  }

  private static int bits(String text) {
    if (!BITS.matcher(text).matches()) {
      throw new IllegalArgumentException("a block ends in a number of bits");
    }
    return Integer.parseInt(text);
  }

  private static BigInteger masked(byte[] address, int prefix) {
    return new BigInteger(1, address).shiftRight(address.length * 8 - prefix);
  }
}
