package dev.codeport.http.webhook;

import dev.codeport.http.server.Cidr;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public internet. For IPv4 everything but the special blocks of the
 * IANA registry; for IPv6 only global unicast without its special blocks, so that whatever is
 * invented later is shut out until it is let in.
 */
final class PublicAddresses {
  private static final List<Cidr> SPECIAL_V4 =
      blocks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // behind a carrier's NAT
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local, clouds' metadata
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.31.196.0/24", // AS112
          "192.52.193.0/24", // AMT
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "192.175.48.0/24", // AS112
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, broadcast

  private static final Cidr GLOBAL_V6 = Cidr.of("2000::/3");

  private static final List<Cidr> SPECIAL_V6 =
      blocks(
          "2001::/23", // protocol assignments: Teredo, benchmarks, ORCHID
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4, which carries any IPv4 address
          "2620:4f:8000::/48", // AS112
          "3fff::/20"); // documentation

  /** Carry an IPv4 address in their last four bytes, and lead to it. */
  private static final List<Cidr> CARRYING_V4 =
      List.of(Cidr.of("64:ff9b::/96"), new Cidr(BigInteger.valueOf(0xFFFF), 16, 96));

  private PublicAddresses() {}

  static boolean contain(byte[] address) {
    if (address.length == 4) {
      return none(SPECIAL_V4, address);
    }
    if (CARRYING_V4.stream().anyMatch(block -> block.contains(address))) {
      return contain(Arrays.copyOfRange(address, 12, 16));
    }
    return GLOBAL_V6.contains(address) && none(SPECIAL_V6, address);
  }

  private static boolean none(List<Cidr> blocks, byte[] address) {
    return blocks.stream().noneMatch(block -> block.contains(address));
  }

  private static List<Cidr> blocks(String... texts) {
    return Stream.of(texts).map(Cidr::of).toList();
  }
}
