package dev.codeport.http.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.http.Contract;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A reader of Server-Sent Events. */
final class Stream implements AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpResponse<java.io.InputStream> response;
  private final BufferedReader lines;

  private Stream(URI address, String token, List<String> headers) {
    try {
      var request =
          HttpRequest.newBuilder(address)
              .header("X-API-Key", token)
              .header("Accept", "text/event-stream");
      if (!headers.isEmpty()) {
        request.headers(headers.toArray(String[]::new));
      }
      response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Open, with the greeting read. */
  static Stream of(Town.Newcomer customer, String path, String... headers) {
    var stream = new Stream(customer.url().resolve(path), customer.token(), List.of(headers));
    if (stream.status() == 200) {
      stream.until("");
    }
    return stream;
  }

  int status() {
    return response.statusCode();
  }

  /** All of a short answer. */
  JsonNode problem() {
    return Contract.parse(String.join("\n", lines.lines().toList()));
  }

  Said next() {
    var block = until("");
    return block.stream().anyMatch(line -> line.startsWith("data: ")) ? Said.of(block) : next();
  }

  /** Waits for a line that begins like this. */
  void comment() {
    for (var line = line(); !line.startsWith(":"); line = line()) {}
  }

  private List<String> until(String end) {
    var block = new ArrayList<String>();
    for (var line = line(); !line.equals(end); line = line()) {
      block.add(line);
    }
    return block;
  }

  private String line() {
    try {
      var line = lines.readLine();
      if (line == null) {
        throw new AssertionError("the stream is over");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    client.shutdownNow();
  }

  /** One event. */
  record Said(long id, String type, JsonNode data) {
    static Said of(List<String> block) {
      return new Said(
          Long.parseLong(value(block, "id: ")),
          value(block, "event: "),
          Contract.parse(value(block, "data: ")));
    }

    private static String value(List<String> block, String field) {
      return block.stream()
          .filter(line -> line.startsWith(field))
          .map(line -> line.substring(field.length()))
          .findFirst()
          .orElseThrow();
    }
  }
}
