package dev.codeport.http.console.customer;

import dev.codeport.application.Codeport;
import dev.codeport.http.api.order.Places;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.server.Routes;

/** All pages of a customer. */
public final class CustomerPages {
  private final OrderPages orders;

  public CustomerPages(Codeport codeport, ConsoleGate gate, Places places) {
    this.orders = new OrderPages(codeport, codeport, gate, places);
  }

  public void mount(Routes routes) {
    orders.mount(routes);
  }
}
