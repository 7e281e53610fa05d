package dev.codeport.provider.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Somebody who talks to a sandbox vendor over the wire, knowing no more than the protocol. */
final class Buyer implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final MovableClock clock = new MovableClock();
  final SandboxVendor vendor;

  Buyer(SandboxSettings settings) {
    this(settings, 7);
  }

  Buyer(SandboxSettings settings, long seed) {
    this.vendor = SandboxVendor.start(settings, clock, random(seed));
  }

  static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** The body of an answer, after {@code status} when that is not 200. */
  String ask(String query) {
    var response = send("api_key=" + vendor.apiKey().reveal() + "&" + query);
    return response.statusCode() == 200
        ? response.body()
        : response.statusCode() + " " + response.body();
  }

  HttpResponse<String> send(String query) {
    var uri = URI.create(vendor.baseUri() + "?" + query);
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(5))
            .POST(BodyPublishers.noBody()) // a GET would be repeated by the client
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Takes a number for WhatsApp in Indonesia; answers the activation's id. */
  String lease() {
    return lease("wa", "6");
  }

  String lease(String service, String country) {
    var line = ask("action=getNumber&service=" + service + "&country=" + country);
    if (!line.startsWith("ACCESS_NUMBER:")) {
      throw new AssertionError(line);
    }
    return line.split(":", -1)[1];
  }

  String status(String id) {
    return ask("action=getStatus&id=" + id);
  }

  String set(String id, int status) {
    return ask("action=setStatus&id=" + id + "&status=" + status);
  }

  Books.Entry entry(String id) {
    return vendor.books().find(id).orElseThrow();
  }

  void advance(Duration time) {
    clock.advance(time);
  }

  @Override
  public void close() {
    vendor.close();
  }
}
