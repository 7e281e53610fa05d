package dev.codeport.bootstrap.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.bootstrap.config.Settings;
import dev.codeport.bootstrap.wiring.Wiring;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks the running service how its vendors fare; no other process knows. */
@Command(
    name = "vendors",
    mixinStandardHelpOptions = true,
    description = "Shows how the vendors of the running service fare.")
public final class VendorsCommand implements Callable<Integer> {
  private static final List<String> TITLES =
      List.of("VENDOR", "STATE", "SINCE", "BALANCE", "SMS 24H", "STOCK", "AS OF", "CALLS", "WHY");

  private final Terminal terminal;

  @Mixin private SettingsOptions options = new SettingsOptions();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "where the service listens; by default as its settings say")
  private @Nullable URI url;

  public VendorsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var settings = Settings.of(options.load(terminal.environment()), terminal.home());
    var at = Optional.ofNullable(url).orElseGet(() -> listening(settings));
    try (var wiring = new Wiring(settings)) {
      var service = new Api(at, HttpClient.newHttpClient(), wiring.adminKey().reveal());
      print(service.get("/api/admin/vendors").path("vendors"));
      return 0;
    } catch (ConnectException e) {
      throw new Refused("no service answers at " + at);
    }
  }

  private static URI listening(Settings settings) {
    var http = settings.http();
    if (http.port() == 0) {
      throw new Refused("http.port is 0: say by --url where the service listens");
    }
    return URI.create("http://" + http.host() + ":" + http.port());
  }

  private void print(JsonNode vendors) {
    var rows = new ArrayList<List<String>>();
    rows.add(TITLES);
    vendors.forEach(vendor -> rows.add(row(vendor)));
    Columns.print(terminal.out(), rows);
  }

  private static List<String> row(JsonNode vendor) {
    var health = vendor.path("health");
    var balance = vendor.path("balance");
    var success = vendor.path("success");
    var stock = vendor.path("stock");
    return List.of(
        vendor.path("id").asText(),
        state(health),
        health.path("since").asText(),
        (balance.path("amount").asText("-") + " " + balance.path("currency").asText()).strip(),
        success.path("with_sms").asText() + "/" + success.path("orders").asText(),
        stock.path("numbers").asText(),
        stock.path("as_of").asText("-"),
        health.path("failures").asText() + "/" + health.path("calls").asText() + " failed",
        health.path("detail").asText());
  }

  private static String state(JsonNode health) {
    var circuit = health.path("circuit").asText();
    return circuit.equals("closed") ? "well" : circuit + ", " + health.path("cause").asText();
  }
}
