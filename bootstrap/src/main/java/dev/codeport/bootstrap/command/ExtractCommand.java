package dev.codeport.bootstrap.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeport.domain.code.Code;
import dev.codeport.domain.code.CodeExtractor;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Reads codes out of messages, and says why. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = {
      "Reads JSON lines with a \"text\" from standard input and writes each back with its \"code\""
          + " (or null) and \"why\": the rule that decided and the candidates.",
      "A line that is no such object becomes one with an \"error\"."
    })
public final class ExtractCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final CodeExtractor extractor = CodeExtractor.standard();
  private final JsonMapper json =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  public ExtractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    var in = new BufferedReader(new InputStreamReader(terminal.in(), UTF_8));
    var out = new PrintStream(new BufferedOutputStream(terminal.out(), 1 << 16), false, UTF_8);
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        out.print(json.writeValueAsString(answer(line)));
        out.print('\n');
      }
      if (!in.ready()) {
        out.flush();
      }
    }
    out.flush();
    return 0;
  }

  private ObjectNode answer(String line) {
    try {
      return json.readTree(line) instanceof ObjectNode message
          ? answer(message)
          : error(json.createObjectNode(), "not a JSON object");
    } catch (JsonProcessingException e) {
      return error(json.createObjectNode(), "not JSON: " + e.getOriginalMessage());
    }
  }

  private ObjectNode answer(ObjectNode message) {
    var text = message.get("text");
    if (text == null || !text.isTextual()) {
      return error(message, "\"text\" is missing or not a string");
    }
    var extraction = extractor.extract(text.textValue());
    var why = json.createObjectNode().put("rule", extraction.rule());
    var candidates = why.putArray("candidates");
    for (var each : extraction.candidates()) {
      candidates
          .addObject()
          .put("value", each.value())
          .put("reason", each.reason())
          .put("score", each.score());
    }
    message.put("code", extraction.code().map(Code::value).orElse(null));
    return message.<ObjectNode>set("why", why);
  }

  private static ObjectNode error(ObjectNode message, String error) {
    return message.putNull("code").put("error", error);
  }
}
