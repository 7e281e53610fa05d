package dev.codeport.http.api.order;

import dev.codeport.application.Codeport;
import dev.codeport.domain.money.Ledger;
import dev.codeport.http.api.CustomerGate;
import dev.codeport.http.api.LiveLimits;
import dev.codeport.http.api.Once;
import dev.codeport.http.server.Routes;
import java.time.InstantSource;

/** Everything under {@code /api/orders}, and the account's stream of events. */
public final class OrderApi {
  private static final String ORDERS = "/api/orders";
  private static final String ORDER = ORDERS + "/:id";

  private final CustomerGate gate;
  private final PlaceEndpoints placing;
  private final StepEndpoints steps;
  private final BulkCancelEndpoint bulk;
  private final OrderEndpoints orders;
  private final TimelineEndpoint timeline;
  private final EventEndpoints events;

  public OrderApi(
      Codeport codeport,
      CustomerGate gate,
      Places places,
      Ledger ledger,
      LiveLimits limits,
      InstantSource clock) {
    var once = new Once(codeport, clock);
    this.gate = gate;
    this.placing = new PlaceEndpoints(codeport, codeport, codeport, ledger, places);
    this.steps =
        new StepEndpoints(codeport, codeport, codeport, codeport, codeport, codeport, once, places);
    this.bulk = new BulkCancelEndpoint(codeport, codeport, codeport, once, places);
    this.orders =
        new OrderEndpoints(codeport, codeport, new Seats(limits.waitsPerAccount()), places);
    this.timeline = new TimelineEndpoint(codeport, codeport, places);
    this.events =
        new EventEndpoints(
            codeport, codeport, codeport, new Seats(limits.streamsPerAccount()), limits, places);
  }

  /** The streams of events, for who lets customers in by other means. */
  public EventEndpoints streams() {
    return events;
  }

  public void mount(Routes routes) {
    routes
        .post(ORDERS, gate.change(placing::place))
        .get(ORDERS, gate.read(orders::list))
        .post(ORDERS + "/cancel", gate.change(bulk::cancel))
        .get(ORDER, gate.read(orders::get))
        .get(ORDER + "/messages", gate.read(orders::messages))
        .get(ORDER + "/timeline", gate.read(timeline::timeline))
        .get(ORDER + "/events", gate.read(events::ofOrder))
        .get(ORDER + "/reactivate", gate.read(placing::quote))
        .post(ORDER + "/reactivate", gate.change(placing::reactivate))
        .post(ORDER + "/replace", gate.change(placing::replace))
        .post(ORDER + "/cancel", gate.change(steps::cancel))
        .post(ORDER + "/finish", gate.change(steps::finish))
        .post(ORDER + "/another-code", gate.change(steps::anotherCode))
        .get("/api/events", gate.read(events::ofAccount));
  }
}
