package dev.codeport.provider.fivesim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.VendorCatalog;
import dev.codeport.domain.pool.VendorCatalog.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the vendor's lists of countries and products; its names are its codes. */
final class Vocabulary {
  private static final String FOR_SHORT = "activation";

  private final Vendor vendor;

  Vocabulary(Vendor vendor) {
    this.vendor = vendor;
  }

  Answer<VendorCatalog> read() {
    var client = vendor.client();
    var deadline = client.deadline();
    var countries = client.askAsGuest(deadline, List.of("countries"));
    if (!(countries instanceof Said.Document ofCountries)) {
      return missing(countries);
    }
    var products = client.askAsGuest(deadline, List.of("products", "any", "any"));
    return products instanceof Said.Document ofProducts
        ? new Answer.Given<>(
            new VendorCatalog(
                words(countries(ofCountries.json()), vendor.countries(), Country::iso),
                words(products(ofProducts.json()), vendor.products(), Platform::slug)))
        : missing(products);
  }

  private static Answer<VendorCatalog> missing(Said said) {
    return switch (said) {
      case Said.Document document -> new Answer.Missing<>(Optional.empty(), document.toString());
      case Said.Line line -> new Answer.Missing<>(line.retryAfter(), line.text());
      case Said.Garbage garbage -> new Answer.Missing<>(garbage.retryAfter(), garbage.toString());
      case Said.NotHeard no -> new Answer.Missing<>(no.retryAfter(), no.reason());
      case Said.NotAnswered no -> new Answer.Missing<>(Optional.empty(), no.reason());
    };
  }

  private static Map<String, String> countries(JsonNode json) {
    var names = new LinkedHashMap<String, String>();
    json.properties()
        .forEach(each -> names.put(each.getKey(), each.getValue().path("text_en").asText("")));
    return names;
  }

  /** Without those that are rented for days. */
  private static Map<String, String> products(JsonNode json) {
    var names = new LinkedHashMap<String, String>();
    json.properties().stream()
        .filter(each -> each.getValue().path("Category").asText(FOR_SHORT).equals(FOR_SHORT))
        .forEach(each -> names.put(each.getKey(), ""));
    return names;
  }

  private static <T> List<Word> words(
      Map<String, String> listed, Names<T> known, Function<T, String> ours) {
    var words = new ArrayList<Word>();
    listed.forEach((code, name) -> words.add(word(code, name, known, ours, true)));
    known.all().stream()
        .filter(code -> !listed.containsKey(code))
        .sorted()
        .forEach(code -> words.add(word(code, "", known, ours, false)));
    return words;
  }

  private static <T> Word word(
      String code, String name, Names<T> known, Function<T, String> ours, boolean listed) {
    return new Word(
        code, name, known.meaning(code).map(ours), known.ordered(code).isPresent(), listed);
  }
}
