package dev.codeport.http.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/** Looks names up for the dialling itself, and hands out no address that may not be dialled. */
final class GuardedDns implements Dns {
  private final Dns names;
  private final AddressGuard guard;

  GuardedDns(Dns names, AddressGuard guard) {
    this.names = names;
    this.guard = guard;
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    var addresses = names.lookup(host);
    if (!addresses.stream().allMatch(guard::allows)) {
      throw new ForbiddenHost();
    }
    return addresses;
  }

  /** The name leads inside. */
  static final class ForbiddenHost extends UnknownHostException {
    private static final long serialVersionUID = 1;

    ForbiddenHost() {
      super("must name a public host");
    }
  }
}
