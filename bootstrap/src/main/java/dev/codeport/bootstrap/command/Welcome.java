package dev.codeport.bootstrap.command;

import dev.codeport.bootstrap.config.Settings;
import dev.codeport.bootstrap.wiring.DemoAccount;
import dev.codeport.bootstrap.wiring.Service;
import java.io.PrintStream;
import java.net.URI;

/** What a service says on the terminal when it is up. */
record Welcome(PrintStream out, Settings settings, Service service) {
  void print() {
    out.println();
    out.println("Codeport listens on " + service.url());
    if (settings.http().console().open()) {
      out.println("Console: " + service.url() + "/console (sign in with a key)");
    }
    if (settings.http().adminKey().isEmpty()) {
      out.println("Admin key: in " + settings.dataFolder().resolve("admin-key"));
    }
    service.demo().ifPresent(this::sandbox);
    out.println();
  }

  private void sandbox(DemoAccount demo) {
    out.println();
    out.println("  *** SANDBOX: its vendors run on this machine. No real SMS is involved. ***");
    out.println();
    out.println("Demo API key: " + demo.key().reveal());
    if (settings.http().smscode()) {
      curls(service.url(), demo);
    }
  }

  /** As they can be pasted, each by itself. */
  private void curls(URI url, DemoAccount demo) {
    var curl = "curl -s -H 'Authorization: Bearer " + demo.key().reveal() + "' ";
    out.println("Try it:");
    out.println();
    out.println(curl + "'" + url + "/v1/catalog/products?country_id=88&platform_id=1'");
    out.println();
    out.println(
        curl
            + "-H 'Content-Type: application/json' -H 'idempotency-key: first-"
            + Long.toString(ProcessHandle.current().pid(), Character.MAX_RADIX)
            + "' -d '{\"catalog_product_id\": 88}' '"
            + url
            + "/v1/orders/create'");
    out.println();
    out.println(curl + "'" + url + "/v1/orders?limit=1'");
  }
}
