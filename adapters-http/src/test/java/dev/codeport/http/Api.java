package dev.codeport.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A caller of a running server. Every answer of the SMSCode API is held against the contract. */
public final class Api {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI base;
  private final List<String> headers;

  private Api(URI base, List<String> headers) {
    this.base = base;
    this.headers = List.copyOf(headers);
  }

  public static Api at(URI base) {
    return new Api(base, List.of("Content-Type", "application/json"));
  }

  /** One that sends forms. */
  public static Api ofForms(URI base) {
    return new Api(base, List.of("Content-Type", "application/x-www-form-urlencoded"));
  }

  public Api with(String name, String value) {
    var more = new ArrayList<>(headers);
    more.add(name);
    more.add(value);
    return new Api(base, more);
  }

  public Api key(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public Answer get(String path) {
    return checked("GET", path, "");
  }

  public Answer post(String path, String body) {
    return checked("POST", path, body);
  }

  public Answer patch(String path, String body) {
    return checked("PATCH", path, body);
  }

  private Answer checked(String method, String path, String body) {
    var answer = send(method, path, body);
    Contract.check(method, path, answer.status(), answer.body());
    return answer;
  }

  /** Without holding the answer against the contract. */
  public Answer send(String method, String path, String body) {
    var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, publisher);
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    try {
      return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What came back. */
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public JsonNode json() {
      return Contract.parse(body());
    }

    public JsonNode data() {
      return json().get("data");
    }

    /** The error's code; empty on success. */
    public String code() {
      return json().at("/error/code").asText();
    }

    public Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }
  }
}
