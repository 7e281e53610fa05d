package dev.codeport.http.api;

import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import dev.codeport.http.server.Routes;
import java.util.List;
import java.util.Optional;

/** Shows what was sent to a phone. In sandbox mode only; needs no key. */
public final class PhoneEndpoints {
  private final PhoneDoor door;

  public PhoneEndpoints(PhoneDoor door) {
    this.door = door;
  }

  public void mount(Routes routes) {
    routes.get("/sandbox/phones/:number", this::messages);
  }

  private Reply messages(Request request) {
    return phone(request.path("number"))
        .map(phone -> Reply.json(200, PhoneView.of(phone, door.messages(phone))))
        .orElseGet(() -> Problem.NOT_FOUND.reply("No phone has such a number."));
  }

  private static Optional<PhoneNumber> phone(String text) {
    try {
      return Optional.of(PhoneNumber.ofDigits(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  record PhoneView(String phoneNumber, List<MessageView> messages) {
    static PhoneView of(PhoneNumber phone, List<PhoneDoor.Arrived> arrived) {
      return new PhoneView(phone.e164(), arrived.stream().map(MessageView::of).toList());
    }
  }

  record MessageView(String sender, String text, String at) {
    static MessageView of(PhoneDoor.Arrived arrived) {
      return new MessageView(
          arrived.sender(), Shown.text(arrived.text()), Shown.time(arrived.at()));
    }
  }
}
