package dev.codeport.bootstrap.faultrun;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Passes on what is asked of a vendor, and what it answers. */
final class Relay implements AutoCloseable {
  private final URI vendor;
  private final Tongue tongue;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private volatile Optional<Told> lastSale = Optional.empty();

  Relay(URI vendor, Tongue tongue) {
    this.vendor = vendor;
    this.tongue = tongue;
  }

  Told pass(Ask ask) throws IOException, InterruptedException {
    var address = URI.create("http://" + vendor.getAuthority() + tongue.target(ask));
    var request =
        HttpRequest.newBuilder(address)
            .method(ask.method(), HttpRequest.BodyPublishers.ofString(ask.body()));
    ask.headers().forEach(request::header);
    var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    var told = new Told(response.statusCode(), response.body());
    if (tongue.place(ask) == Place.BUY && tongue.bought(told).isPresent()) {
      lastSale = Optional.of(told);
    }
    return told;
  }

  /** What was answered when a number was sold last. */
  Optional<Told> lastSale() {
    return lastSale;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
