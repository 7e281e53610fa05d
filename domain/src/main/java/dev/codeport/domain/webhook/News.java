package dev.codeport.domain.webhook;

import dev.codeport.domain.code.Code;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.order.Capabilities;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Sms;
import java.util.Optional;

/**
 * What is to be told: an event, and what is stored about it.
 *
 * @param order as it is now, which may be further than it was at the event
 * @param sms the message, on SMS events, unless it has been erased
 * @param code the last one recognised up to that message
 * @param can what the customer may do now
 */
public record News(
    Outbox.Numbered event, Order order, Optional<Sms> sms, Optional<Code> code, Capabilities can) {}
