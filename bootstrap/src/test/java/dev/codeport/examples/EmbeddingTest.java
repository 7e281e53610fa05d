package dev.codeport.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.sandbox.SandboxSettings;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
  private final Embedding example = new Embedding();

  @Test
  void orders_a_number_and_reads_the_code() {
    var settings = SandboxSettings.swift().instant();
    try (var server = SandboxVendor.start(settings, InstantSource.system(), new SecureRandom())) {
      var vendor = example.vendor(server.baseUri().toString(), server.apiKey().reveal());
      var codeport = example.codeport(vendor, keyring());
      var account = example.account(codeport);

      var order = example.order(codeport, account);
      codeport.workers().runDue();
      codeport.workers().close();

      assertTrue(example.code(codeport, account, order).isPresent());
      assertEquals(1, server.books().activations().size());
    }
  }

  private static Keyring keyring() {
    var secret = Secret.of("0123456789abcdef0123456789abcdef");
    return new Keyring(secret, Map.of("a", secret), new SecureRandom());
  }
}
