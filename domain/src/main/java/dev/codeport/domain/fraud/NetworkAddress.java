package dev.codeport.domain.fraud;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** An IPv4 or IPv6 address. IPv4 inside of IPv6 (mapped, or compatible) is the IPv4 address. */
public record NetworkAddress(InetAddress address) {
  private static final int NETWORK_BYTES = 8;

  /** Empty for what is no address; names are not looked up. */
  public static Optional<NetworkAddress> parse(String text) {
    return InetAddresses.isInetAddress(text)
        ? Optional.of(new NetworkAddress(InetAddresses.forString(text)))
        : Optional.empty();
  }

  /**
   * For whom is counted: an IPv4 address by itself, an IPv6 address by its network of 64 bits, in
   * which one household may choose as it likes.
   */
  public String counted() {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
        : address.getHostAddress();
  }

  @Override
  public String toString() {
    return InetAddresses.toAddrString(address);
  }
}
