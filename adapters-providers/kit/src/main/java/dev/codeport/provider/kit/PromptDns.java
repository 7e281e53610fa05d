package dev.codeport.provider.kit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/** Gives up on a name after a while; the system's resolver may take half a minute. */
final class PromptDns implements Dns {
  private final Duration patience;

  PromptDns(Duration patience) {
    this.patience = patience;
  }

  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    var answer = new FutureTask<>(() -> Dns.SYSTEM.lookup(hostname));
    Thread.ofVirtual().start(answer);
    try {
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw unknown(hostname, e);
    } catch (TimeoutException e) {
      throw unknown(hostname, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(hostname, e);
    }
  }

  private static UnknownHostException unknown(String hostname, Exception cause) {
    var unknown = new UnknownHostException(hostname);
    unknown.initCause(cause);
    return unknown;
  }
}
