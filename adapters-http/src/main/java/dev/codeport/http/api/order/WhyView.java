package dev.codeport.http.api.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.codeport.domain.pool.Reason;
import dev.codeport.http.api.Shown;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a vendor was asked. Never what it costs us.
 *
 * @param sample by how many numbers it was judged, newer ones counting more
 * @param rate the share of them that brought an SMS
 * @param atLeast what of that can be relied on
 * @param declared the same share as the vendor says it
 * @param drawn what was compared, where chance has a part in it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WhyView(
    String policy,
    int place,
    int among,
    String ground,
    Shown.MoneyView price,
    String sample,
    @Nullable String rate,
    String atLeast,
    @Nullable String declared,
    @Nullable String drawn) {
  static WhyView of(Reason reason) {
    return new WhyView(
        word(reason.policy()),
        reason.place(),
        reason.among(),
        word(reason.ground()),
        Shown.money(reason.price()),
        plain(reason.sample()),
        reason.rate().map(WhyView::plain).orElse(null),
        plain(reason.lowerBound()),
        reason.declared().map(WhyView::plain).orElse(null),
        reason.drawn().map(WhyView::plain).orElse(null));
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
