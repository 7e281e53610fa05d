package dev.codeport.http.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.codeport.application.verification.TakeReceipts;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.verification.Callback;
import dev.codeport.http.api.Problem;
import dev.codeport.http.server.PublicAddress;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import dev.codeport.http.server.Routes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * {@code /callbacks/senders/{sender}}: whether messages arrived, posted or, as some gateways do it,
 * in the query of a GET. No key is asked for: the sender's signature is, and it may cover the
 * address under which we told the sender to call.
 */
public final class ReceiptEndpoint {
  private static final String AT = "/callbacks/senders/";

  private final TakeReceipts receipts;
  private final PublicAddress address;

  public ReceiptEndpoint(TakeReceipts receipts, PublicAddress address) {
    this.receipts = receipts;
    this.address = address;
  }

  public void mount(Routes routes) {
    routes.post(AT + ":sender", this::take).get(AT + ":sender", this::take);
  }

  private Reply take(Request request) {
    return sender(request.path("sender"))
        .map(
            sender ->
                url(request, sender)
                    .map(url -> answer(receipts.takeReceipts(sender, callback(request, url))))
                    .orElseGet(() -> unreadable("Its address cannot be read.")))
        .orElseGet(ReceiptEndpoint::unknown);
  }

  private static Reply answer(TakeReceipts.Result result) {
    return switch (result) {
      case TAKEN -> Reply.empty(204);
      case FORGED -> Problem.FORGED_CALLBACK.reply("The signature is missing or wrong.");
      case UNREADABLE -> unreadable("The signature is right, and the rest cannot be understood.");
      case UNKNOWN -> unknown();
    };
  }

  private static Callback callback(Request request, URI url) {
    return new Callback(
        request.method(), url, request.headers(), new String(request.body(), UTF_8));
  }

  private Optional<URI> url(Request request, SenderId sender) {
    var query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
    try {
      return Optional.of(new URI(address.of(request) + AT + sender + query));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<SenderId> sender(String name) {
    try {
      return Optional.of(new SenderId(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Reply unreadable(String detail) {
    return Problem.UNREADABLE_CALLBACK.reply(detail);
  }

  private static Reply unknown() {
    return Problem.NOT_FOUND.reply("There is no such sender, or it never calls.");
  }
}
