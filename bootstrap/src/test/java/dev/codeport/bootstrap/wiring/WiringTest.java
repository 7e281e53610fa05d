package dev.codeport.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.bootstrap.config.BadSettings;
import dev.codeport.bootstrap.config.Config;
import dev.codeport.bootstrap.config.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that cannot succeed. */
class WiringTest {
  private final Path folder;

  WiringTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void says_that_the_port_is_taken() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = String.valueOf(other.getLocalPort());

      var lines = refusal(Map.of("http.port", port));

      assertEquals(1, lines.size());
      assertTrue(
          lines.getFirst().startsWith("http.port: cannot listen on 127.0.0.1:" + port + ": "),
          lines.getFirst());
    }
  }

  @Test
  void refuses_a_vendor_with_the_name_of_one_of_the_sandbox() {
    var lines =
        refusal(
            Map.of(
                "sandbox.mode", "on",
                "provider.swift.dialect", "handlerapi",
                "provider.swift.url", "http://127.0.0.1:1",
                "provider.swift.api-key", "k"));

    assertEquals(
        List.of("provider.swift: the sandbox has a vendor of that name; choose another"), lines);
  }

  private List<String> refusal(Map<String, String> wanted) {
    var settings = new HashMap<>(Map.of("storage.kind", "memory", "http.port", "0"));
    settings.putAll(wanted);
    try (var wiring =
        new Wiring(Settings.of(Config.of(Optional.empty(), Map.of(), settings), folder))) {
      return assertThrows(BadSettings.class, wiring::service).lines();
    }
  }
}
