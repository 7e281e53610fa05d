package dev.codeport.http.console.customer;

import dev.codeport.application.order.ReadOrders;
import dev.codeport.domain.order.Listing;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.PhoneDoor;
import dev.codeport.http.api.Problem;
import dev.codeport.http.api.SandboxDoor;
import dev.codeport.http.api.order.Places;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.console.Section;
import dev.codeport.http.console.Visit;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Routes;
import java.util.List;
import java.util.Optional;

/** A phone that does not exist, and SMS that nobody sent: where the vendors are a sandbox only. */
final class SandboxPages {
  private static final String PATH = "/console/sandbox";
  private static final int MOST = 50;
  private static final int LONGEST = 2_000;

  private final SandboxDoor door;
  private final Optional<PhoneDoor> phones;
  private final ReadOrders orders;
  private final ConsoleGate gate;
  private final Places places;

  SandboxPages(
      SandboxDoor door,
      Optional<PhoneDoor> phones,
      ReadOrders orders,
      ConsoleGate gate,
      Places places) {
    this.door = door;
    this.phones = phones;
    this.orders = orders;
    this.gate = gate;
    this.places = places;
  }

  void mount(Routes routes) {
    routes
        .get(PATH, gate.reads((customer, visit) -> show(200, customer, visit, "")))
        .post(PATH, gate.changes(this::deliver));
  }

  private Reply show(int status, Customer customer, Visit visit, String text) {
    var typed = visit.query().text("phone").map(SandboxPages::plus).orElse("");
    var phone = phone(typed);
    var waiting =
        orders.orders(customer.account(), Listing.of(Orders.Shown.WAITING), MOST).stream()
            .map(order -> OrderLine.of(order, places))
            .filter(order -> order.phone().isPresent())
            .toList();
    var inbox = phone.flatMap(known -> phones.map(all -> all.messages(known))).orElse(List.of());
    var page = new SandboxPage(waiting, typed, inbox, text);
    return visit.show(status, "sandbox", Section.SANDBOX, page);
  }

  private Reply deliver(Customer customer, Visit visit) {
    var to = visit.form().text("to").orElse("");
    var text = visit.form().text("text").orElse("");
    var cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return phone(to).filter(phone -> door.deliver(phone, cut)).isPresent()
        ? visit.go(PATH, "delivered")
        : show(404, customer, new Refused(Problem.NOT_FOUND).told(visit), text);
  }

  /** Who forgot that a plus sign in a query is a blank is understood nevertheless. */
  private static String plus(String typed) {
    return typed.startsWith(" ") ? "+" + typed.strip() : typed.strip();
  }

  private static Optional<PhoneNumber> phone(String text) {
    try {
      return Optional.of(PhoneNumber.ofDigits(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
