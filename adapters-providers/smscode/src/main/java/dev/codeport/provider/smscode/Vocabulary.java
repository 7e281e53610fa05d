package dev.codeport.provider.smscode;

import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.VendorCatalog;
import dev.codeport.domain.pool.VendorCatalog.Word;
import dev.codeport.provider.smscode.SmsCodeWire.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tells the vendor's lists of countries and services, as they are now. Its ids are its codes; what
 * they mean is read out of the same lists, so that there is none that only we know.
 */
final class Vocabulary {
  private final Vendor vendor;
  private final Catalog catalog;

  Vocabulary(Vendor vendor, Catalog catalog) {
    this.vendor = vendor;
    this.catalog = catalog;
  }

  Answer<VendorCatalog> read() {
    return switch (catalog.lists(vendor.client().deadline())) {
      case Answer.Missing<Catalog.Lists> missing ->
          new Answer.Missing<>(missing.retryAfter(), missing.detail());
      case Answer.Given<Catalog.Lists> given -> new Answer.Given<>(catalog(given.value()));
    };
  }

  private VendorCatalog catalog(Catalog.Lists lists) {
    var words = lists.words(vendor);
    return new VendorCatalog(
        words(lists.countries(), words.countries(), words.countryIds(), Country::iso),
        words(lists.services(), words.platforms(), words.platformIds(), Platform::slug));
  }

  private static <T> List<Word> words(
      List<Named> listed, Map<String, T> meanings, Map<T, String> ids, Function<T, String> ours) {
    return listed.stream()
        .flatMap(
            each ->
                each.id().stream().flatMap(id -> Stream.of(word(id, each, meanings, ids, ours))))
        .toList();
  }

  /** Named as people see it, or else by the vendor's own word for it. */
  private static <T> Word word(
      String id,
      Named named,
      Map<String, T> meanings,
      Map<T, String> ids,
      Function<T, String> ours) {
    var meaning = Optional.ofNullable(meanings.get(id));
    return new Word(
        id,
        named.name().or(named::code).orElse(""),
        meaning.map(ours),
        meaning.map(ids::get).filter(id::equals).isPresent(),
        true);
  }
}
