package dev.codeport.application.order;

import dev.codeport.domain.order.Capabilities;
import dev.codeport.domain.order.Order;

/** An order, and what its customer may do with it at the moment it is shown. */
public record ShownOrder(Order order, Capabilities can) {}
