package dev.codeport.http.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import com.google.common.net.InetAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressGuardTest {
  @Test
  void refuses_every_address_inside_and_every_odd_way_to_write_one() throws IOException {
    var let = new ArrayList<String>();
    for (var row : rows("forbidden-urls.txt")) {
      if (strict(row).refusal(row.url()).isEmpty()) {
        let.add(row.url());
      }
    }

    assertEquals(List.of(), let);
    assertTrue(rows("forbidden-urls.txt").size() >= 120);
  }

  @Test
  void lets_public_addresses_through() throws IOException {
    for (var row : rows("allowed-urls.txt")) {
      assertEquals("", strict(row).refusal(row.url()).orElse(""), row.url());
    }
  }

  @Test
  void lets_http_and_loopback_through_on_a_desk_and_still_nothing_else_inside() throws IOException {
    var desk =
        OkHttpWebhookTransport.over(
            AddressGuard.forDevelopment(), okhttp3.Dns.SYSTEM, Duration.ofSeconds(1));

    for (var url :
        List.of("http://localhost:9000/", "http://127.0.0.1:9000/", "https://[::1]:9000/")) {
      assertEquals("", desk.refusal(url).orElse(""), url);
    }
    for (var url : List.of("http://10.0.0.1/", "http://169.254.169.254/", "ftp://127.0.0.1/")) {
      assertTrue(desk.refusal(url).isPresent(), url);
    }
  }

  private static OkHttpWebhookTransport strict(Row row) {
    return OkHttpWebhookTransport.over(
        AddressGuard.strict(), host -> row.addresses(), Duration.ofSeconds(1));
  }

  private static List<Row> rows(String file) throws IOException {
    return Resources.readLines(
            Resources.getResource(AddressGuardTest.class, file), StandardCharsets.UTF_8)
        .stream()
        .filter(line -> !line.startsWith("#"))
        .map(Row::of)
        .toList();
  }

  /** A URL, and what its name is looked up as: one public address unless it says otherwise. */
  private record Row(String url, List<String> found) {
    static Row of(String line) {
      var arrow = line.indexOf(" ->");
      return arrow < 0
          ? new Row(line, List.of("93.184.215.14"))
          : new Row(
              line.substring(0, arrow),
              Splitter.on(' ').omitEmptyStrings().splitToList(line.substring(arrow + 3)));
    }

    List<InetAddress> addresses() throws UnknownHostException {
      if (found.isEmpty()) {
        throw new UnknownHostException();
      }
      return found.stream().map(InetAddresses::forString).toList();
    }
  }
}
