package dev.codeport.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.codeport.domain.fraud.Finding;
import dev.codeport.domain.fraud.Judgement;
import dev.codeport.domain.fraud.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A judgement as a text, each finding an array of its four parts; none when nothing was found. */
final class JudgementJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JudgementJson() {}

  static Optional<String> text(Judgement judgement) {
    var all = new ArrayNode(JsonNodeFactory.instance);
    for (var finding : judgement.findings()) {
      all.addArray()
          .add(finding.rule())
          .add(finding.mode().name())
          .add(finding.value())
          .add(finding.threshold());
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all.toString());
  }

  static Judgement read(String text) {
    try {
      List<Finding> findings = new ArrayList<>();
      MAPPER.readTree(text).forEach(each -> findings.add(finding(each)));
      return new Judgement(findings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a judgement that cannot be read", e);
    }
  }

  private static Finding finding(JsonNode each) {
    return new Finding(
        each.path(0).asText(),
        Mode.valueOf(each.path(1).asText()),
        each.path(2).asText(),
        each.path(3).asText());
  }
}
