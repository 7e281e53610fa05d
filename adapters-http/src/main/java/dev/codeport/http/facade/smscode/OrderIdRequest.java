package dev.codeport.http.facade.smscode;

import dev.codeport.domain.id.OrderId;
import dev.codeport.http.server.Fields;
import java.util.Optional;
import java.util.Set;

/** A body that names one order and nothing else. */
final class OrderIdRequest {
  private static final Set<String> FIELDS = Set.of("id");

  private OrderIdRequest() {}

  /** Empty when no order can have this id. */
  static Optional<OrderId> read(byte[] body) {
    return Wire.order(Fields.closed(body, FIELDS).int32("id"));
  }
}
