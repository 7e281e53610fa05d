package dev.codeport.http.facade.twilioverify;

import dev.codeport.domain.id.AccountId;
import dev.codeport.http.api.Customer;
import dev.codeport.http.server.PublicAddress;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.function.Supplier;

/** Where services are found: each account has one. */
record Services(PublicAddress address) {
  static final String PATH = "/v2/Services";

  /** Answers if the service of the path is the account's. */
  Reply ofService(Customer customer, Request request, Supplier<Reply> answer) {
    return request.path("service").equals(Sids.service(customer.account()))
        ? answer.get()
        : Fault.nothingAt("/Services/" + printable(request.path("service")));
  }

  String url(Request request) {
    return address.of(request) + PATH;
  }

  static String path(AccountId account) {
    return "/Services/" + Sids.service(account);
  }

  /** A sid as it is. Whatever else was asked for may be somebody's phone, and is not repeated. */
  static String printable(String text) {
    return text.matches("[A-Z]{2}[0-9a-f]{32}") ? text : "…";
  }
}
