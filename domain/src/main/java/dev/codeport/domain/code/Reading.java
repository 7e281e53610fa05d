package dev.codeport.domain.code;

import java.util.List;
import java.util.stream.Stream;

/** A message with everything read off it before anything is decided. */
record Reading(
    Folded folded,
    Words words,
    Distances distances,
    Labels labels,
    Decoys decoys,
    List<Sighting> sightings,
    boolean forApp) {

  static Reading of(Folded folded, Lexicon lexicon) {
    var links = Links.in(folded);
    var words = new Words(lexicon.hits(folded));
    var distances = Distances.in(folded);
    var neighbours = new Neighbours(folded, words, distances);
    var sightings = Sightings.in(folded, links, lexicon).stream().map(neighbours::judge).toList();
    var labels = Labels.in(words, distances);
    var decoys = new Decoys(words, labels, distances);
    return new Reading(folded, words, distances, labels, decoys, sightings, links.hasAppHash());
  }

  /** The numbers that may be codes and are not called something else. */
  List<Sighting> numbers() {
    return sightings.stream()
        .filter(Sighting::isViable)
        .filter(sighting -> sighting.shape().isNumber())
        .filter(sighting -> decoys.penalty(sighting) == 0)
        .toList();
  }

  /** No word of selling, of balances, of other kinds of codes. */
  boolean isQuiet() {
    return Stream.of(Kind.PROMO, Kind.LEDGER, Kind.SPOILER).noneMatch(words::any);
  }

  int length() {
    return folded.length();
  }

  /** How many words stand in the message, in the measure of {@link Distances}. */
  int wordCount() {
    return distances.words(0, folded.length());
  }
}
