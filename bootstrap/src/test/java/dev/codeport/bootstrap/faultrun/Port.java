package dev.codeport.bootstrap.faultrun;

import com.sun.net.httpserver.HttpServer;
import dev.codeport.provider.sandbox.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** A port that nobody else gets while nobody listens on it. */
final class Port {
  private static final int TRIES = 100;

  private final InetSocketAddress address;
  private Optional<SocketChannel> keeper = Optional.empty();

  Port(InetSocketAddress address) {
    this.address = address;
  }

  int number() {
    return address.getPort();
  }

  /** Who connects to it is refused. */
  void keep() {
    for (int i = 0; i < TRIES && keeper.isEmpty(); i++) {
      keeper = taken();
    }
  }

  private Optional<SocketChannel> taken() {
    try {
      var channel = SocketChannel.open();
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      return Optional.of(channel.bind(address));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  HttpServer listen() {
    try {
      if (keeper.isPresent()) {
        keeper.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    keeper = Optional.empty();
    return Loopback.listen(number());
  }
}
