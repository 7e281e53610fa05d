package dev.codeport.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the time that {@code POST /auth/verify-otp} takes tells how near a guess is, or whether
 * an id was ever given. The kinds of guesses take turns, so that all meet the same machine.
 *
 * <p>Arguments: rounds (default 500), of which the first fifth is for warming up.
 */
public final class GuessTiming {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PHONE = "+15005550006";
  private static final String RIGHT = "123456";
  private static final String UNKNOWN = "0123456789abcdef0123456789abcdef";

  private final ServiceProcess service;
  private final String token;
  private final Map<String, List<Long>> nanos = new LinkedHashMap<>();

  private GuessTiming(ServiceProcess service, String token) {
    this.service = service;
    this.token = token;
  }

  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 500;
    var folder = Files.createTempDirectory("codeport-guess-timing");
    var settings = List.of("sandbox.mode=on", "verification.test-numbers=" + PHONE + ":" + RIGHT);
    try (var postgres =
            EmbeddedPostgres.open(folder.resolve("bin"), folder.resolve("data"), 0, "bench");
        var service = ServiceProcess.serve(folder, "512m", postgres, settings)) {
      new GuessTiming(service, service.customer()).run(rounds, System.out);
      service.stop();
    }
  }

  private void run(int rounds, PrintStream out) throws Exception {
    for (int i = 0; i < rounds; i++) {
      round(i >= rounds / 5);
    }
    out.println("| guess | answers | p50 ms | p90 ms |");
    out.println("|---|---|---|---|");
    nanos.forEach(
        (kind, times) -> {
          var sorted = times.stream().sorted().toList();
          out.printf(
              "| %s | %d | %.2f | %.2f |%n",
              kind,
              sorted.size(),
              sorted.get(sorted.size() / 2) / 1e6,
              sorted.get(sorted.size() * 9 / 10) / 1e6);
        });
  }

  /** Ends with the right code, so that wrong guesses never add up to a lock. */
  private void round(boolean counts) throws Exception {
    var sent = post("/auth/send-otp", Map.of("phone", PHONE));
    var id = JSON.readTree(sent).path("request_id").asText();
    guess("wrong in the first digit", id, "923456", counts);
    guess("wrong in the last digit", id, "123459", counts);
    guess("of an id that was never given", UNKNOWN, RIGHT, counts);
    var verified = post("/auth/verify-otp", Map.of("request_id", id, "code", RIGHT));
    if (!verified.contains("true")) {
      throw new IOException("the right code is not right: " + verified);
    }
  }

  private void guess(String kind, String id, String code, boolean counts) throws Exception {
    var began = System.nanoTime();
    post("/auth/verify-otp", Map.of("request_id", id, "code", code));
    if (counts) {
      nanos.computeIfAbsent(kind, k -> new ArrayList<>()).add(System.nanoTime() - began);
    }
  }

  private String post(String path, Map<String, String> body) throws Exception {
    var answer = service.send("POST", path, JSON.writeValueAsString(body), token);
    if (answer.statusCode() != 200) {
      throw new IOException(path + ": " + answer.body());
    }
    return answer.body();
  }
}
