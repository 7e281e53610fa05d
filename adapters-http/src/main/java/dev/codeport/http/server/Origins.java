package dev.codeport.http.server;

import com.google.common.base.Splitter;
import com.google.common.collect.Lists;
import com.google.common.net.HostAndPort;
import dev.codeport.domain.fraud.NetworkAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where requests come from. {@code X-Forwarded-For} is read from its end, and only as long as who
 * wrote the next part is a proxy that was named: what a caller writes there itself is never
 * believed.
 *
 * @param proxies whose word is taken
 */
public record Origins(List<Cidr> proxies) {
  private static final Splitter COMMAS = Splitter.on(',').trimResults();
  private static final int MOST_HOPS = 32;

  public Origins {
    proxies = List.copyOf(proxies);
  }

  /** Empty only when the connection itself has no address. */
  public Optional<NetworkAddress> of(Request request) {
    Optional<NetworkAddress> nearest = Optional.empty();
    for (var hop : hops(request)) {
      var address = address(hop);
      if (address.isEmpty()) {
        return nearest;
      }
      nearest = address;
      if (!isProxy(address.get())) {
        return nearest;
      }
    }
    return nearest;
  }

  /** Whether a proxy that is believed took the request by https. */
  public boolean isSecure(Request request) {
    var near = NetworkAddress.parse(request.remote());
    return near.filter(this::isProxy).isPresent()
        && request.headers("x-forwarded-proto").stream()
            .flatMap(COMMAS::splitToStream)
            .reduce((earlier, last) -> last)
            .filter("https"::equalsIgnoreCase)
            .isPresent();
  }

  /** From the nearest on. */
  private static List<String> hops(Request request) {
    var forwarded = new ArrayList<String>();
    request.headers("x-forwarded-for").forEach(line -> forwarded.addAll(COMMAS.splitToList(line)));
    var hops = new ArrayList<String>();
    hops.add(request.remote());
    Lists.reverse(forwarded).stream().limit(MOST_HOPS).forEach(hops::add);
    return hops;
  }

  /** Some proxies write the port beside. */
  private static Optional<NetworkAddress> address(String hop) {
    try {
      return NetworkAddress.parse(HostAndPort.fromString(hop).getHost());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isProxy(NetworkAddress address) {
    var bytes = address.address().getAddress();
    return proxies.stream().anyMatch(block -> block.contains(bytes));
  }
}
