package dev.codeport.http.facade.handlerapi;

import com.google.common.base.Splitter;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.id.OrderId;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Query;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request's parameters, understood. What is wrong is refused by the parameter's name. */
record Ask(Query parameters, CodeBook codes) {
  private static final Splitter COMMAS = Splitter.on(',').trimResults().omitEmptyStrings();
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");
  private static final Pattern ID = Pattern.compile("\\d{1,10}");
  private static final String ANY = "any";

  String action() {
    return parameters.text("action").orElse("");
  }

  Optional<String> text(String name) {
    return parameters.text(name);
  }

  Optional<Country> country() {
    return text("country").map(code -> known("country", codes.country(code)));
  }

  Optional<Platform> service() {
    return text("service").map(code -> known("service", codes.service(code)));
  }

  Country requiredCountry() {
    return known("country", country());
  }

  Platform requiredService() {
    return known("service", service());
  }

  /** Lower case; none when any will do. */
  List<String> operators() {
    var wanted =
        COMMAS
            .splitToStream(text("operator").orElse(""))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    return wanted.contains(ANY) ? List.of() : wanted;
  }

  /** The order of an id; none when no order can have such a number. */
  Optional<OrderId> order(String name) {
    var id =
        text(name)
            .map(String::strip)
            .filter(digits -> ID.matcher(digits).matches())
            .orElseThrow(() -> BadInput.parameter(name, "must be a number"));
    return Optional.of(Long.parseLong(id)).filter(number -> number > 0).map(OrderId::new);
  }

  Optional<BigDecimal> decimal(String name) {
    return text(name)
        .map(
            value -> {
              if (!DECIMAL.matcher(value).matches()) {
                throw BadInput.parameter(name, "must be a decimal number");
              }
              return new BigDecimal(value);
            });
  }

  /** Refuses a wish that cannot be heeded, rather than to pass over it. */
  void refuse(String name, String harmless) {
    if (text(name).filter(value -> !value.equals(harmless)).isPresent()) {
      throw BadInput.parameter(name, "is not to be had");
    }
  }

  private static <T> T known(String name, Optional<T> found) {
    return found.orElseThrow(() -> BadInput.parameter(name, "is not known"));
  }
}
