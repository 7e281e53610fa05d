package dev.codeport.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.codeport.domain.fraud.NetworkAddress;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
  private final Origins behind =
      new Origins(Stream.of("10.0.0.0/8", "2001:db8:9::/48", "192.0.2.1").map(Cidr::of).toList());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "203.0.113.7 | none | 203.0.113.7",
        "203.0.113.7 | 198.51.100.1 | 203.0.113.7",
        "10.1.2.3 | none | 10.1.2.3",
        "10.1.2.3 | 203.0.113.7 | 203.0.113.7",
        "10.1.2.3 | 198.51.100.1, 203.0.113.7 | 203.0.113.7",
        "10.1.2.3 | 203.0.113.7, 10.9.9.9, 192.0.2.1 | 203.0.113.7",
        "10.1.2.3 | 203.0.113.7, unknown, 10.9.9.9 | 10.9.9.9",
        "10.1.2.3 | evil | 10.1.2.3",
        "10.1.2.3 | '' | 10.1.2.3",
        "10.1.2.3 | 203.0.113.7:51234 | 203.0.113.7",
        "10.1.2.3 | [2001:db8::7]:443 | 2001:db8::7",
        "2001:db8:9::1 | 2001:db8::7 | 2001:db8::7",
        "10.1.2.3 | ::ffff:203.0.113.7 | 203.0.113.7",
        "10.1.2.3 | 10.0.0.1, 10.0.0.2 | 10.0.0.1"
      })
  void is_who_the_last_believed_proxy_names(String peer, String forwarded, String origin) {
    var headers = MultiMap.caseInsensitiveMultiMap();
    if (forwarded != null) {
      headers.add("X-Forwarded-For", forwarded);
    }

    assertEquals(NetworkAddress.parse(origin), behind.of(request(peer, headers)));
  }

  @Test
  void lines_of_the_header_are_one_list() {
    var headers =
        MultiMap.caseInsensitiveMultiMap()
            .add("X-Forwarded-For", "198.51.100.1")
            .add("X-Forwarded-For", "203.0.113.7, 10.0.0.1");

    assertEquals(NetworkAddress.parse("203.0.113.7"), behind.of(request("10.1.2.3", headers)));
  }

  @Test
  void nobody_is_believed_unless_named() {
    var headers = MultiMap.caseInsensitiveMultiMap().add("X-Forwarded-For", "203.0.113.7");

    var origin = new Origins(List.of()).of(request("127.0.0.1", headers));

    assertEquals(NetworkAddress.parse("127.0.0.1"), origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0/8", "proxy", "::/129"})
  void a_block_of_addresses_is_one(String text) {
    assertThrows(IllegalArgumentException.class, () -> Cidr.of(text));
  }

  private static Request request(String peer, MultiMap headers) {
    return new Request("id", new Head("GET", "/", "", peer, headers), Map.of(), new byte[0]);
  }
}
