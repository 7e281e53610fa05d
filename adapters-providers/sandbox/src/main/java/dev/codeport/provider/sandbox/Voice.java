package dev.codeport.provider.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;

/** Puts answers into the form of a family of speakers. */
final class Voice {
  static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private final ErrorStyle style;

  Voice(ErrorStyle style) {
    this.style = style;
  }

  Page say(Answer answer) {
    return switch (answer) {
      case Answer.Line line -> Page.html(200, line.text());
      case Answer.Document document -> Page.html(200, write(document.json()));
      case Answer.Complaint complaint -> complain(complaint);
    };
  }

  /** A complaint by its token alone, as a fault names it. */
  Page say(String token) {
    return Arrays.stream(Trouble.values())
        .filter(trouble -> trouble.token.equals(token) || trouble.title.equals(token))
        .findFirst()
        .map(trouble -> say(Answer.Complaint.of(trouble)))
        .orElseGet(() -> other(token));
  }

  private Page other(String token) {
    return switch (style) {
      case TOKEN -> Page.html(200, token);
      case HTTP_JSON -> Page.html(status(token), write(error(token)));
    };
  }

  private Page complain(Answer.Complaint complaint) {
    return switch (style) {
      case TOKEN -> Page.html(200, line(complaint));
      case HTTP_JSON -> document(complaint);
    };
  }

  private static String line(Answer.Complaint complaint) {
    var token = complaint.trouble().token;
    return complaint.argument().isEmpty() ? token : token + ":" + complaint.argument();
  }

  private static Page document(Answer.Complaint complaint) {
    var trouble = complaint.trouble();
    if (trouble.status == 200) {
      return Page.html(200, trouble.title);
    }
    var error = error(trouble.title);
    var info = error.putObject("info");
    if (!trouble.field.isEmpty()) {
      info.put("field", trouble.field).put("code", "INVALID").put("message", "not accepted");
    }
    if (trouble == Trouble.TOO_EARLY) {
      info.put("minActivationTime", 120);
    }
    if (trouble == Trouble.TOO_DEAR && !complaint.argument().isEmpty()) {
      info.put("min", new BigDecimal(complaint.argument()));
    }
    return Page.html(trouble.status, write(error));
  }

  private static ObjectNode error(String title) {
    return JSON.objectNode().put("title", title).put("details", "");
  }

  private static int status(String token) {
    return switch (token) {
      case "BANNED", "ACCOUNT_INACTIVE", "CHANNELS_LIMIT", "SERVICE_NOT_AVAILABLE" -> 403;
      case "RATE_LIMIT" -> 429;
      case "SERVER_ERROR", "ERROR_SQL" -> 500;
      default -> 400;
    };
  }

  static String write(JsonNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written", e);
    }
  }
}
