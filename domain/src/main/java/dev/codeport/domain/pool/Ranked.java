package dev.codeport.domain.pool;

import java.util.Optional;

/**
 * A route and what is compared of it.
 *
 * @param drawn its drawn value, where its policy draws
 * @param isNew whether too little is known of it to be ranked by that
 */
record Ranked(Route route, Optional<Double> drawn, boolean isNew) {
  static Ranked plain(Route route) {
    return new Ranked(route, Optional.empty(), false);
  }
}
