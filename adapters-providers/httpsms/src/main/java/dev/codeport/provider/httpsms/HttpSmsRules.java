package dev.codeport.provider.httpsms;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.SendResult.Reason;
import dev.codeport.provider.kit.ByStatus;
import dev.codeport.provider.kit.Heard;
import dev.codeport.provider.kit.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a gateway's answer means. First it is looked for a refusal, then whether the message was
 * taken; what is neither goes by its status.
 *
 * @param okStatuses with which it may have been taken
 * @param okPattern must be found in the answer then, if there is one
 * @param name where the gateway's own name for the message stands; must be found then, if it is
 *     said
 * @param refused what is found in the answer if it was refused, by reason
 * @param turnedAway what is found in it if it was not carried out and may be asked again
 */
record HttpSmsRules(
    Set<Integer> okStatuses,
    Optional<Pattern> okPattern,
    NamedBy name,
    Map<Reason, Pattern> refused,
    Optional<Pattern> turnedAway) {
  /** How much of an answer is looked at. */
  private static final int LONGEST = 1 << 14;

  /** Where the gateway's own name for a message stands. */
  sealed interface NamedBy {
    /** Nowhere: our reference is its name. */
    record Reference() implements NamedBy {}

    record At(JsonPointer pointer) implements NamedBy {}

    /**
     * @param pattern its first group
     */
    record Found(Pattern pattern) implements NamedBy {}
  }

  HttpSmsRules {
    okStatuses = Set.copyOf(okStatuses);
    refused = Map.copyOf(refused);
  }

  SendResult judge(Reply reply, String reference) {
    return switch (reply) {
      case Reply.NotSent notSent ->
          new SendResult.Unavailable(notSent.retryAfter(), notSent.reason());
      case Reply.Lost lost -> new SendResult.Unknown(lost.reason());
      case Reply.Answered answered -> judge(answered, reference);
    };
  }

  private SendResult judge(Reply.Answered answered, String reference) {
    var body = answered.body();
    var seen = body.length() > LONGEST ? body.substring(0, LONGEST) : body;
    var reason =
        refused.entrySet().stream()
            .filter(each -> answered.status() < 500 && each.getValue().matcher(seen).find())
            .map(Map.Entry::getKey)
            .sorted()
            .findFirst();
    if (reason.isPresent()) {
      return new SendResult.Refused(reason.get(), "by its answer with HTTP " + answered.status());
    }
    if (turnedAway.filter(pattern -> pattern.matcher(seen).find()).isPresent()) {
      return new SendResult.Unavailable(answered.retryAfter(), "turned away by its answer");
    }
    return okStatuses.contains(answered.status())
        ? taken(seen, body, reference)
        : ByStatus.send(answered.status(), answered.retryAfter(), Heard.of(answered).toString());
  }

  private SendResult taken(String seen, String body, String reference) {
    if (okPattern.filter(pattern -> !pattern.matcher(seen).find()).isPresent()) {
      return new SendResult.Unknown("nothing in the answer says that it was taken");
    }
    var handle =
        switch (name) {
          case NamedBy.Reference ours -> Optional.of(reference);
          case NamedBy.At at -> at(at.pointer(), body);
          case NamedBy.Found found ->
              Optional.of(found.pattern().matcher(seen))
                  .filter(Matcher::find)
                  .map(match -> match.group(1));
        };
    return handle
        .filter(text -> !text.isBlank() && text.length() <= 255)
        .<SendResult>map(text -> new SendResult.Accepted(new Handle(text), Optional.empty()))
        .orElseGet(() -> new SendResult.Unknown("no name of the message in the answer"));
  }

  private static Optional<String> at(JsonPointer pointer, String body) {
    try {
      var node = Heard.Json.MAPPER.readTree(body).at(pointer);
      return node.isTextual() || node.isIntegralNumber()
          ? Optional.of(node.asText())
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
