package dev.codeport.http.console.customer;

import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.DeliveryAttempt;
import java.util.List;

/** What the template {@code delivery} shows. */
public record DeliveryPage(String endpoint, Delivery delivery, List<DeliveryAttempt> attempts) {}
