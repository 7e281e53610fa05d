package dev.codeport.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
  private final Path folder;

  ConfigTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void takes_each_value_from_the_last_layer_that_has_it() throws IOException {
    var file = file("http.port=1\nhttp.host=a\nlog.level=debug\nguard.sample=7");
    var variables = Map.of("CODEPORT_HTTP_PORT", "2", "CODEPORT_HTTP_HOST", "b", "PATH", "/bin");

    var config = Config.of(Optional.of(file), variables, Map.of("http.port", "3"));

    assertEquals(List.of("3", "--set"), at(config, "http.port"));
    assertEquals(List.of("b", "CODEPORT_HTTP_HOST"), at(config, "http.host"));
    assertEquals(List.of("debug", file.toString()), at(config, "log.level"));
    assertEquals(List.of("postgres", "default"), at(config, "storage.kind"));
  }

  @Test
  void refuses_an_unknown_key_and_suggests_the_nearest() {
    var failure = refused(Map.of(), Map.of("http.prot", "80"));

    assertEquals(
        List.of("http.prot (--set) is not a setting; did you mean http.port?"), failure.lines());
  }

  @Test
  void refuses_an_unknown_variable_and_names_it() {
    var failure = refused(Map.of("CODEPORT_HTTP_PROT", "80"), Map.of());

    assertEquals(
        List.of("http.prot (CODEPORT_HTTP_PROT) is not a setting; did you mean http.port?"),
        failure.lines());
  }

  @Test
  void names_every_unknown_key_at_once() {
    var failure = refused(Map.of("CODEPORT_NONSENSE", "1"), Map.of("storage.knid", "memory"));

    assertEquals(2, failure.lines().size(), failure.lines().toString());
  }

  @Test
  void passes_over_variables_that_are_not_meant_for_it() {
    var variables =
        Map.of(
            "CODEPORT_JAVA_OPTS", "-Xmx1g",
            "CODEPORT_JARS", "pigeon.jar",
            "CODEPORT_PORT", "tcp://10.0.0.1:80",
            "CODEPORT_PORT_80_TCP_ADDR", "10.0.0.1",
            "CODEPORT_SERVICE_HOST", "10.0.0.1");

    assertEquals("8080", Config.of(Optional.empty(), variables, Map.of()).text("http.port"));
  }

  @Test
  void reads_the_open_families_from_every_layer() throws IOException {
    var file = file("provider.swift.dialect=handlerapi\nkeys.seal.Old=o");
    var variables = Map.of("CODEPORT_PROVIDER_SWIFT_API_KEY", "k", "CODEPORT_KEYS_SEAL_NEW", "n");

    var config =
        Config.of(Optional.of(file), variables, Map.of("provider.swift.url", "http://x.example"));

    assertEquals(List.of("swift"), config.names("provider"));
    assertEquals(
        Map.of("dialect", "handlerapi", "api-key", "k", "url", "http://x.example"),
        config.under("provider.swift"));
    assertEquals(Map.of("Old", "o", "new", "n"), config.under("keys.seal"));
  }

  @Test
  void shows_no_secret() throws IOException {
    var file =
        file(
            "keys.seal.a=topsecret\nkeys.hash=topsecret\nhttp.admin-key=topsecret\n"
                + "provider.x.dialect=handlerapi\nprovider.x.api-key=topsecret\n"
                + "storage.password=topsecret\nredis.password=topsecret\n"
                + "redis.url=redis://u:topsecret@one:7001,redis://u:topsecret@two\n"
                + "storage.url=jdbc:postgresql://u:topsecret@h/d?password=topsecret&ssl=true");

    var config = Config.of(Optional.of(file), Map.of(), Map.of());

    assertEquals(
        List.of(),
        config.all().stream().filter(each -> each.toString().contains("topsecret")).toList());
    assertTrue(
        config.all().stream()
            .anyMatch(
                each -> each.shown().equals("jdbc:postgresql://u:***@h/d?password=***&ssl=true")));
    assertTrue(
        config.all().stream()
            .anyMatch(each -> each.shown().equals("redis://u:***@one:7001,redis://u:***@two")));
    assertTrue(config.all().stream().anyMatch(each -> each.shown().equals("8080")));
  }

  @Test
  void refuses_a_file_that_is_not_there_or_says_something_twice() throws IOException {
    var missing = Optional.of(folder.resolve("missing"));
    var twice = Optional.of(file("http.port=1\nhttp.port=2"));

    var first = assertThrows(BadSettings.class, () -> Config.of(missing, Map.of(), Map.of()));
    var second = assertThrows(BadSettings.class, () -> Config.of(twice, Map.of(), Map.of()));

    assertTrue(first.lines().getFirst().contains("no such file"), first.toString());
    assertTrue(second.lines().getFirst().contains("http.port is set twice"), second.toString());
  }

  @Test
  void gives_no_two_keys_the_same_variable() {
    var names = new HashSet<String>();

    for (var setting : Config.of(Optional.empty(), Map.of(), Map.of()).all()) {
      assertTrue(names.add(Environment.nameOf(setting.key())), setting.key());
    }
  }

  private static BadSettings refused(Map<String, String> variables, Map<String, String> flags) {
    return assertThrows(BadSettings.class, () -> Config.of(Optional.empty(), variables, flags));
  }

  private static List<String> at(Config config, String key) {
    return config.all().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .map(each -> List.of(each.value(), each.origin()))
        .orElseThrow();
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("my.properties"), content);
  }
}
