package dev.codeport.http.api.webhook;

import dev.codeport.application.Codeport;
import dev.codeport.http.api.CustomerGate;
import dev.codeport.http.api.Once;
import dev.codeport.http.server.Routes;
import java.time.InstantSource;

/** Everything under {@code /api/webhooks}. */
public final class WebhookApi {
  private static final String ALL = "/api/webhooks";
  private static final String ONE = ALL + "/:id";
  private static final String DELIVERIES = ONE + "/deliveries";

  private final CustomerGate gate;
  private final EndpointEndpoints endpoints;
  private final SecretEndpoints secrets;
  private final DeliveryEndpoints deliveries;

  public WebhookApi(Codeport codeport, CustomerGate gate, InstantSource clock) {
    var once = new Once(codeport, clock);
    this.gate = gate;
    this.endpoints = new EndpointEndpoints(codeport, codeport, once);
    this.secrets = new SecretEndpoints(codeport, once);
    this.deliveries = new DeliveryEndpoints(codeport, codeport, codeport, once);
  }

  public void mount(Routes routes) {
    routes
        .post(ALL, gate.change(endpoints::add))
        .get(ALL, gate.read(endpoints::list))
        .get(ONE, gate.read(endpoints::get))
        .patch(ONE, gate.change(endpoints::change))
        .delete(ONE, gate.change(endpoints::remove))
        .post(ONE + "/pause", gate.change(endpoints::pause))
        .post(ONE + "/resume", gate.change(endpoints::resume))
        .post(ONE + "/test", gate.change(endpoints::test))
        .get(ONE + "/secret", gate.read(secrets::show))
        .post(ONE + "/rotate-secret", gate.change(secrets::rotate))
        .get(DELIVERIES, gate.read(deliveries::list))
        .post(DELIVERIES + "/redeliver", gate.change(deliveries::redeliverRange))
        .get(DELIVERIES + "/:event", gate.read(deliveries::get))
        .post(DELIVERIES + "/:event/redeliver", gate.change(deliveries::redeliver));
  }
}
