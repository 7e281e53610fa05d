package dev.codeport.application.catalog;

import dev.codeport.application.worker.Parallel;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.pool.VendorCatalog;
import dev.codeport.domain.pool.VendorCatalog.Word;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

final class ReportCatalogService implements ReportCatalog {
  private final Pool pool;
  private final Likeness countries;
  private final Likeness platforms;

  ReportCatalogService(Atlas atlas, Pool pool) {
    this.pool = pool;
    this.countries = Likeness.ofCountries(atlas);
    this.platforms = Likeness.ofPlatforms(atlas);
  }

  @Override
  public List<VendorReport> reportCatalog() {
    return Parallel.all(
        pool.all().stream().<Callable<VendorReport>>map(each -> () -> report(each)).toList());
  }

  private VendorReport report(NumberProvider provider) {
    var outcome =
        switch (provider.catalog()) {
          case Answer.Given<VendorCatalog> given -> compared(given.value());
          case Answer.Missing<VendorCatalog> missing -> new Untold(missing.detail());
        };
    return new VendorReport(provider.profile().id(), outcome);
  }

  private Outcome compared(VendorCatalog catalog) {
    return new Compared(side(catalog.countries(), countries), side(catalog.platforms(), platforms));
  }

  private static Side side(List<Word> words, Likeness likeness) {
    var listed = words.stream().filter(Word::listed).toList();
    var coded =
        listed.stream().flatMap(word -> word.meaning().stream()).collect(Collectors.toSet());
    return new Side(
        listed.size(),
        (int) listed.stream().filter(word -> word.meaning().isPresent()).count(),
        words.stream()
            .flatMap(word -> finding(word, likeness, coded).stream())
            .sorted(Comparator.comparing(Finding::kind))
            .toList());
  }

  private static Optional<Finding> finding(Word word, Likeness likeness, Set<String> coded) {
    if (!word.listed()) {
      return Optional.of(found(Kind.GONE, word, Set.copyOf(word.meaning().stream().toList())))
          .filter(gone -> word.ordered());
    }
    var fitting = likeness.fitting(word.name());
    return word.meaning().isPresent()
        ? changed(word, word.meaning().get(), fitting)
        : Optional.of(found(unmapped(fitting, coded), word, fitting));
  }

  /** Only when the name is clearly another's; many names fit nothing. */
  private static Optional<Finding> changed(Word word, String meaning, Set<String> fitting) {
    return fitting.isEmpty() || fitting.contains(meaning)
        ? Optional.empty()
        : Optional.of(
            new Finding(
                Kind.CHANGED,
                word.code(),
                word.name(),
                List.of(meaning, String.join(" or ", fitting))));
  }

  private static Kind unmapped(Set<String> fitting, Set<String> coded) {
    if (fitting.isEmpty()) {
      return Kind.UNKNOWN;
    }
    return fitting.size() > 1 || fitting.stream().anyMatch(coded::contains)
        ? Kind.AMBIGUOUS
        : Kind.CANDIDATE;
  }

  private static Finding found(Kind kind, Word word, Set<String> ours) {
    return new Finding(kind, word.code(), word.name(), ours.stream().sorted().toList());
  }
}
