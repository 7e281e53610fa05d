package dev.codeport.provider.httpsms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.common.base.Splitter;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.CallbackResult;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.Receipt;
import dev.codeport.domain.verification.Receipt.Status;
import dev.codeport.provider.kit.Heard;
import java.net.URLDecoder;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Understands what a gateway tells of a message. It is believed when the address that it calls has
 * the parameter {@code secret} as agreed; there is no other proof, so keep the address to
 * yourselves.
 */
final class HttpSmsReceipts {
  private static final Splitter FIELDS = Splitter.on('&').omitEmptyStrings();
  private static final String SECRET = "secret";

  private final Settings settings;
  private final SenderId id;
  private final InstantSource clock;

  /**
   * @param secret at least 16 characters
   * @param idField where the name of the message stands: the name of a field of the query or form,
   *     or, where it begins with a slash, a JSON pointer
   * @param statusField where its status stands
   * @param words what the gateway calls each status, in lower case
   */
  record Settings(Secret secret, String idField, String statusField, Map<String, Status> words) {
    Settings {
      if (secret.reveal().length() < 16) {
        throw new IllegalArgumentException("callback-secret must have at least 16 characters");
      }
      if (idField.isEmpty() || statusField.isEmpty() || words.isEmpty()) {
        throw new IllegalArgumentException(
            "callback-id, callback-status and callback-delivered must say what a callback looks"
                + " like");
      }
      words = Map.copyOf(words);
    }
  }

  HttpSmsReceipts(Settings settings, SenderId id, InstantSource clock) {
    this.settings = settings;
    this.id = id;
    this.clock = clock;
  }

  CallbackResult read(Callback callback) {
    var query = fields(Optional.ofNullable(callback.url().getRawQuery()).orElse(""));
    var shown = query.getOrDefault(SECRET, List.of());
    if (shown.size() != 1 || !settings.secret().equals(Secret.of(shown.getFirst()))) {
      return new CallbackResult.Forged();
    }
    var handle = find(settings.idField(), query, callback).filter(text -> text.length() <= 255);
    var word = find(settings.statusField(), query, callback);
    if (handle.isEmpty() || word.isEmpty()) {
      return new CallbackResult.Unreadable("no name of a message or no status");
    }
    var status = Optional.ofNullable(settings.words().get(word.get().toLowerCase(Locale.ROOT)));
    return new CallbackResult.Genuine(
        status.stream().map(known -> receipt(handle.get(), known)).toList());
  }

  private Receipt receipt(String handle, Status status) {
    return new Receipt(id, new Handle(handle), status, clock.instant(), "");
  }

  private static Optional<String> find(
      String field, Map<String, List<String>> query, Callback callback) {
    if (field.startsWith("/")) {
      return at(field, callback.body());
    }
    return query
        .getOrDefault(field, fields(callback.body()).getOrDefault(field, List.of()))
        .stream()
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  private static Optional<String> at(String pointer, String body) {
    try {
      var node = Heard.Json.MAPPER.readTree(body).at(JsonPointer.compile(pointer));
      return node.isTextual() || node.isIntegralNumber()
          ? Optional.of(node.asText()).filter(text -> !text.isBlank())
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** What cannot be read has none. */
  private static Map<String, List<String>> fields(String encoded) {
    var fields = new HashMap<String, List<String>>();
    for (var pair : FIELDS.split(encoded)) {
      int cut = pair.indexOf('=');
      if (cut > 0) {
        fields
            .computeIfAbsent(decoded(pair.substring(0, cut)), name -> new ArrayList<>())
            .add(decoded(pair.substring(cut + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
