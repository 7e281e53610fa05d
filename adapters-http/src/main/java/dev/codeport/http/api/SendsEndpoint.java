package dev.codeport.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.codeport.application.verification.ReadSends;
import dev.codeport.domain.phone.Region;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was sent by day, sender and region, what it cost, and how much of it was in vain. */
final class SendsEndpoint {
  private final ReadSends sends;
  private final InstantSource clock;

  SendsEndpoint(ReadSends sends, InstantSource clock) {
    this.sends = sends;
    this.clock = clock;
  }

  Reply get(Request request) {
    var query = request.query().only(Set.of("from", "to"));
    var span = Span.of(query, clock.instant(), ReadSends.LONGEST_SPAN);
    return Reply.json(
        200,
        new SpendView(
            span.from().toString(),
            span.to().toString(),
            sends.sends(span.from(), span.to()).stream().map(SentView::of).toList()));
  }

  record SpendView(String from, String to, List<SentView> spend) {}

  /**
   * @param region absent where it is not known
   * @param fruitless to phones of which none was verified
   * @param cost absent where the settings have no price of the sender
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SentView(
      String day,
      String sender,
      @Nullable String region,
      long messages,
      long fruitless,
      Shown.@Nullable MoneyView cost,
      Shown.@Nullable MoneyView fruitlessCost) {
    static SentView of(ReadSends.Sent sent) {
      var sends = sent.sends();
      return new SentView(
          sends.day().toString(),
          sends.sender().value(),
          sends.region().map(Region::iso).orElse(null),
          sends.messages(),
          sends.fruitless(),
          sent.cost().map(Shown::money).orElse(null),
          sent.fruitlessCost().map(Shown::money).orElse(null));
    }
  }
}
