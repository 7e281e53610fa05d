package dev.codeport.http.api;

import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import dev.codeport.http.server.Routes;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * Makes SMS arrive and time pass. These paths exist in sandbox mode only, need no key, and ignore
 * fields that they do not know.
 */
public final class SandboxEndpoints {
  private static final int LONGEST_TEXT = 10_000;
  private static final Duration FARTHEST = Duration.ofDays(366);

  private final SandboxDoor door;

  public SandboxEndpoints(SandboxDoor door) {
    this.door = door;
  }

  public void mount(Routes routes) {
    routes.post("/sandbox/messages", this::deliver).post("/sandbox/clock", this::advance);
  }

  private Reply deliver(Request request) {
    var fields = Fields.open(request.body());
    var phone = phone(fields.text("phone_number", 32));
    var text = fields.text("text", LONGEST_TEXT);
    return door.deliver(phone, text)
        ? Reply.json(200, new DeliveredView(true))
        : Problem.NOT_FOUND.reply("No such number waits for an SMS.");
  }

  private Reply advance(Request request) {
    var by = duration(Fields.open(request.body()).text("advance", 64));
    return Reply.json(200, new ClockView(door.advance(by).toString()));
  }

  private static PhoneNumber phone(String text) {
    try {
      return PhoneNumber.ofDigits(text);
    } catch (IllegalArgumentException e) {
      throw new BadInput("phone_number", "must be a number in E.164 such as +628110000511");
    }
  }

  private static Duration duration(String text) {
    try {
      var by = Duration.parse(text);
      if (!by.isNegative() && by.compareTo(FARTHEST) <= 0) {
        return by;
      }
    } catch (DateTimeParseException e) {
      throw new BadInput("advance", "must be an ISO 8601 duration such as PT20M");
    }
    throw new BadInput("advance", "must be from nothing to 366 days");
  }

  record DeliveredView(boolean delivered) {}

  record ClockView(String now) {}
}
