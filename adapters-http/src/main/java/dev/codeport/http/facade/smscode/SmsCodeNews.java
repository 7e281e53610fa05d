package dev.codeport.http.facade.smscode;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.code.Code;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.webhook.News;
import dev.codeport.http.server.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Events as this API's webhooks word them: all 19 keys, none else. On an SMS, code, text and
 * revision are that SMS's; on an end they are the order's, and there is no revision.
 */
public final class SmsCodeNews {
  private final Atlas atlas;

  public SmsCodeNews(Atlas atlas) {
    this.atlas = atlas;
  }

  public byte[] body(News news) {
    var event = news.event().event();
    return Json.write(
        new Message(event.type().publicName(), Wire.time(event.at()), snapshot(news, event)));
  }

  public byte[] test(Instant now) {
    return Json.write(new Message("webhook.test", Wire.time(now), new TestText("test event")));
  }

  private Snapshot snapshot(News news, Event event) {
    var order = new Projection(news.order());
    var key = news.order().charge().tier().key();
    var isSms = event.smsRevision().isPresent();
    return new Snapshot(
        order.id(),
        order.phoneNumber(),
        isSms ? news.code().map(Code::value).orElse(null) : order.otpCode(),
        isSms ? Wire.text(news.sms().map(Sms::text)) : order.otpMessage(),
        isSms ? Integer.valueOf(event.smsRevision().getAsInt()) : null,
        order.productId(),
        order.catalogProductId(),
        atlas.country(key.country()).map(Country::name).orElse(null),
        atlas.platform(key.platform()).map(Platform::name).orElse(null),
        order.operatorId(),
        order.operatorName(),
        CapabilitiesView.of(news.can()));
  }

  record Message(String event, String timestamp, Object data) {}

  record Snapshot(
      int orderId,
      @Nullable String phoneNumber,
      @Nullable String otpCode,
      @Nullable String otpMessage,
      @Nullable Integer smsRevision,
      int productId,
      int catalogProductId,
      @Nullable String country,
      @Nullable String platform,
      @Nullable Integer operatorId,
      @Nullable String operatorName,
      @JsonUnwrapped CapabilitiesView can) {}

  record TestText(String message) {}
}
