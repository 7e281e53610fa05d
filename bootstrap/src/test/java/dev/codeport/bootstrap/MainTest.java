package dev.codeport.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.codeport.bootstrap.command.Terminal;
import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line, as one who types sees it. */
class MainTest {
  private static final Path BINARIES = Path.of("target/postgres").toAbsolutePath();

  private final Path home;

  MainTest(@TempDir Path home) {
    this.home = home;
  }

  private record Said(int status, String out, String err) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "help",
        "serve --help",
        "demo --help",
        "vendors --help",
        "catalog --help",
        "catalog report --help",
        "extract --help",
        "check-config --help",
        "admin --help",
        "admin account --help",
        "admin account open --help",
        "admin account list --help",
        "admin account suspend --help",
        "admin account exempt --help",
        "admin key --help",
        "admin key issue --help",
        "admin key list --help",
        "admin key revoke --help",
        "admin topup --help",
        "admin adjust --help",
        "admin markup --help",
        "admin markup set --help",
        "admin markup list --help",
        "admin markup remove --help",
        "admin rate --help",
        "admin rate set --help",
        "admin rate show --help"
      })
  void helps_everywhere(String line) {
    var said = run(Map.of(), "", line.split(" "));

    assertEquals(0, said.status());
    assertTrue(said.out().contains("Usage: codeport"), said.out());
    assertEquals("", said.err());
  }

  @Test
  void explains_a_wrong_word_and_a_wrong_setting_in_a_line_each() {
    var word = run(Map.of(), "", "serv");
    var setting = run(Map.of("CODEPORT_HTTP_PORT", "http"), "", "check-config");
    var key = run(Map.of(), "", "serve", "--set", "http.prot=1");

    assertEquals(2, word.status());
    assertTrue(word.err().startsWith("codeport: Unmatched argument at index 0: 'serv'"));
    assertEquals(2, setting.status());
    assertEquals("codeport: http.port must be a whole number\n", setting.err());
    assertEquals(2, key.status());
    assertEquals(
        "codeport: http.prot (--set) is not a setting; did you mean http.port?\n", key.err());
  }

  @Test
  void shows_what_is_in_effect_and_why_but_no_secret() {
    var variables = Map.of("CODEPORT_HTTP_ADMIN_KEY", "0123456789abcdefgh");

    var said = run(variables, "", "check-config", "--set", "http.port=9090");

    assertEquals(0, said.status());
    assertTrue(said.out().matches("(?s).*http\\.port=9090 +# --set\n.*"), said.out());
    assertTrue(
        said.out().matches("(?s).*http\\.admin-key=\\*\\*\\* +# CODEPORT_HTTP_ADMIN_KEY\n.*"));
    assertTrue(said.out().matches("(?s).*log\\.level=info +# default\n.*"));
    assertFalse(said.out().contains("0123456789abcdefgh"));
  }

  @Test
  void extracts_codes_line_by_line_and_keeps_what_it_does_not_know() throws IOException {
    var lines =
        """
        {"id": 7, "text": "Your code is 482913", "code": "old", "more": {"a": [1]}}

        {"text": "See you at the station"}
        {"text": 5}
        [1]
        {"text": "broken
        {"text": "Code: 1234"} {}
        """;

    var said = run(Map.of(), lines, "extract");
    var answers = said.out().lines().map(MainTest::json).toList();

    assertEquals(0, said.status());
    assertEquals(6, answers.size(), said.out());
    assertEquals("482913", answers.get(0).path("code").asText());
    assertEquals(7, answers.get(0).path("id").asInt());
    assertEquals("[1]", answers.get(0).path("more").path("a").toString());
    assertTrue(answers.get(0).path("why").path("rule").isTextual());
    assertEquals(
        "482913", answers.get(0).path("why").path("candidates").path(0).path("value").asText());
    assertTrue(answers.get(1).path("code").isNull());
    assertTrue(answers.get(1).path("why").path("rule").isTextual());
    for (var broken : answers.subList(2, 6)) {
      assertTrue(broken.path("error").isTextual(), broken.toString());
      assertTrue(broken.path("code").isNull(), broken.toString());
    }
  }

  @Test
  void reports_where_the_vendors_lists_and_ours_do_not_meet() {
    var said = run(Map.of(), "", "catalog", "report", "--vendor", "cheap");
    var nobody = run(Map.of(), "", "catalog", "report", "--vendor", "nobody");

    assertEquals(0, said.status(), said.err());
    assertTrue(
        said.out().matches("(?s)cheap countries: 7\\d listed, 7\\d understood\n.*"), said.out());
    assertTrue(said.out().matches("(?s).*cheap platforms: \\d\\d listed, \\d\\d understood\n.*"));
    assertTrue(said.out().matches("(?s).*  gone +[a-z]+ +[a-z0-9-]+\n.*"), said.out());
    assertTrue(said.out().contains(" more; --all shows them"), said.out());
    assertEquals(1, nobody.status());
    assertEquals("codeport: there is no vendor nobody\n", nobody.err());
  }

  @Test
  void keeps_nothing_of_an_admins_work_in_memory() {
    var said = run(Map.of(), "", "admin", "account", "list", "--storage=memory");

    assertEquals(2, said.status());
    assertTrue(said.err().startsWith("codeport: storage.kind is memory"), said.err());
  }

  @Test
  void does_the_admins_work_on_the_embedded_database_while_the_service_has_it() throws Exception {
    var folder = home.resolve(".codeport/postgres");
    try (var service = EmbeddedPostgres.open(BINARIES, folder, 0, "a password")) {
      doTheAdminsWork();
      assertFalse(service.isJoined());
    }
  }

  private void doTheAdminsWork() {
    var opened = admin("account", "open", "Ada");
    var funded = admin("topup", "1", "5000");
    var taken = admin("adjust", "1", "--by=-2000", "--reference", "a mistake");
    var tooMuch = admin("adjust", "1", "--by=-2000000");
    var nobody = admin("topup", "77", "1");
    var key = admin("key", "issue", "1", "--label", "laptop");
    var prefix = first(admin("key", "list", "1").out());
    var revoked = admin("key", "revoke", "1", prefix);
    var again = admin("key", "revoke", "1", prefix);
    var rate = admin("rate", "set", "USD", "IDR", "16300");
    var badRate = admin("rate", "set", "USD", "USD", "1");
    var markup = admin("markup", "set", "25", "--platform", "1");
    var loss = admin("markup", "set", "--account", "1", "-10");
    var meant = admin("markup", "set", "--below-cost", "--account", "1", "-10");
    var listed = admin("markup", "list");
    var removed = admin("markup", "remove", "--account", "1");
    var gone = admin("markup", "remove", "--account", "1");
    var exempt = admin("account", "exempt", "1", "--abuse-guard");

    assertEquals("1\n", opened.out());
    assertEquals("5000 IDR\n", funded.out(), funded.err());
    assertEquals("3000 IDR\n", taken.out());
    assertEquals("codeport: AMOUNT: only 3000 IDR is available\n", tooMuch.err());
    assertEquals("codeport: there is no account 77\n", nobody.err());
    assertTrue(key.out().startsWith(prefix), key.out());
    assertEquals(0, revoked.status());
    assertEquals(1, again.status());
    assertTrue(rate.out().startsWith("USD/IDR 16300 since "), rate.out());
    assertEquals("codeport: a rate needs two currencies\n", badRate.err());
    assertEquals(0, markup.status());
    assertEquals(1, loss.status(), loss.out());
    assertEquals(0, meant.status(), meant.err());
    assertTrue(listed.out().contains("account 1\t-10%\t0 IDR\t0 IDR\tbelow cost\n"), listed.out());
    assertEquals(0, removed.status());
    assertEquals("codeport: there is no markup for just that\n", gone.err());
    assertEquals("platform 1\t25%\t0 IDR\t0 IDR\n", admin("markup", "list").out());
    assertTrue(exempt.out().contains("no ABUSE_GUARD"), exempt.out());
  }

  private static String first(String line) {
    return line.substring(0, line.indexOf('\t'));
  }

  private Said admin(String... words) {
    var line = new ArrayList<>(List.of("admin"));
    line.addAll(List.of(words));
    line.add("--set");
    line.add("storage.binaries=" + BINARIES);
    return run(Map.of(), "", line.toArray(String[]::new));
  }

  private Said run(Map<String, String> variables, String in, String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(in.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            variables,
            home);
    var status = Main.commands(terminal).execute(words);
    return new Said(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  private static JsonNode json(String line) {
    try {
      return JsonMapper.builder().build().readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }
}
