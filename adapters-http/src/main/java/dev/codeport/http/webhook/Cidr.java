package dev.codeport.http.webhook;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;

/** A block of addresses of one family, such as {@code 10.0.0.0/8}. */
record Cidr(BigInteger first, int bytes, int prefix) {
  static Cidr of(String text) {
    var slash = text.indexOf('/');
    var address = InetAddresses.forString(text.substring(0, slash)).getAddress();
    var prefix = Integer.parseInt(text.substring(slash + 1));
    return new Cidr(masked(address, prefix), address.length, prefix);
  }

  boolean contains(byte[] address) {
    return address.length == bytes && masked(address, prefix).equals(first);
  }

  private static BigInteger masked(byte[] address, int prefix) {
    return new BigInteger(1, address).shiftRight(address.length * 8 - prefix);
  }
}
