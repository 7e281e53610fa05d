package dev.codeport.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How fast pages of the console come, to 64 visitors at once: {@code ConsoleLoad <address> <key>},
 * against a service that runs, with a key of an account that no limits apply to. Beside them the
 * style sheet, which the server has ready: what 64 visitors and their connections cost alone. Each
 * page has three rounds, the pages in turn; what is told is the middle of them.
 */
final class ConsoleLoad {
  private static final int VISITORS = 64;
  private static final int ROUNDS = 3;
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final Duration MEASURED = Duration.ofSeconds(4);
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"");
  private static final Pattern STYLE = Pattern.compile("href=\"(/console/assets/\\w+/style.css)\"");
  private static final List<String> PAGES =
      List.of(
          "/console/get",
          "/console/get?platform=whatsapp&country=id",
          "/console/orders",
          "/console/money",
          "/console/sign-in");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String address;

  private ConsoleLoad(String address) {
    this.address = address;
  }

  public static void main(String[] arguments) throws Exception {
    var load = new ConsoleLoad(arguments[0]);
    var cookie = load.signIn(arguments[1]);
    var pages = new ArrayList<>(PAGES);
    pages.add(load.found(STYLE));
    for (var page : pages) {
      load.run(page, cookie, WARM_UP);
    }
    var rounds = new LinkedHashMap<String, List<Round>>();
    for (int i = 0; i < ROUNDS; i++) {
      for (var page : pages) {
        var round = Round.of(load.run(page, cookie, MEASURED));
        rounds.computeIfAbsent(page, none -> new ArrayList<>()).add(round);
      }
    }
    rounds.forEach((page, all) -> System.out.println(page + "  " + Round.middle(all)));
  }

  /**
   * @param p50 in milliseconds, as is p99
   */
  private record Round(double perSecond, double p50, double p99) {
    static Round of(HttpLoad.Result result) {
      return new Round(result.perSecond(), result.millis(0.5), result.millis(0.99));
    }

    static Round middle(List<Round> rounds) {
      return new Round(
          middle(rounds, Round::perSecond), middle(rounds, Round::p50), middle(rounds, Round::p99));
    }

    private static double middle(List<Round> rounds, ToDoubleFunction<Round> what) {
      return rounds.stream().mapToDouble(what).sorted().toArray()[rounds.size() / 2];
    }

    @Override
    public String toString() {
      return "%.0f a second, p50 %.1f ms, p99 %.1f ms".formatted(perSecond, p50, p99);
    }
  }

  /** What stands on the page of signing in. */
  private String found(Pattern pattern) throws Exception {
    return found(pattern, signInPage().body());
  }

  private static String found(Pattern pattern, String page) {
    return pattern.matcher(page).results().findFirst().orElseThrow().group(1);
  }

  private HttpResponse<String> signInPage() throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(address + "/console/sign-in")).build(),
        BodyHandlers.ofString());
  }

  private String signIn(String key) throws Exception {
    var page = signInPage();
    var token = found(TOKEN, page.body());
    var form = "token=" + token + "&key=" + URLEncoder.encode(key, UTF_8);
    var entered =
        client.send(
            HttpRequest.newBuilder(URI.create(address + "/console/sign-in"))
                .header("Cookie", cookies(page.headers().allValues("Set-Cookie")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.discarding());
    if (entered.statusCode() != 303) {
      throw new IllegalStateException("sign-in was answered with " + entered.statusCode());
    }
    return cookies(entered.headers().allValues("Set-Cookie"));
  }

  private static String cookies(List<String> set) {
    return set.stream()
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .collect(Collectors.joining("; "));
  }

  private HttpLoad.Result run(String page, String cookie, Duration duration) throws Exception {
    var result = HttpLoad.pages(URI.create(address).getPort(), page, cookie, VISITORS, duration);
    if (result.failed() > 0) {
      throw new IllegalStateException(page + " failed " + result.failed() + " times");
    }
    return result;
  }
}
