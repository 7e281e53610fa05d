package dev.codeport.http.facade.startmessaging;

import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.http.api.RequestKey;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Request;

/** The caller's name for a request: in a field of the body, or in the header. */
final class Keys {
  private Keys() {}

  /** An empty field is none: some clients always send it. */
  static RequestKey of(Request request, Fields fields, String field) {
    var header = RequestKey.of(request);
    return header.isMissing()
        ? new RequestKey(
            fields
                .optionalText(field, 255)
                .filter(text -> !text.isEmpty())
                .map(text -> key(field, text)))
        : header;
  }

  private static IdempotencyKey key(String field, String text) {
    try {
      return new IdempotencyKey(text);
    } catch (IllegalArgumentException e) {
      throw new BadInput(field, "must have 1 to 255 printable characters and no blanks");
    }
  }
}
