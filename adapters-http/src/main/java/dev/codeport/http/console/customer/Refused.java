package dev.codeport.http.console.customer;

import dev.codeport.http.api.Problem;
import dev.codeport.http.console.Notice;
import dev.codeport.http.console.Visit;
import java.util.List;

/**
 * Why something was not done, by the same names and with the same statuses as the API's problems.
 *
 * @param with what its text {@code refused.<word>} is said with
 */
record Refused(Problem problem, List<Object> with) {
  Refused(Problem problem, Object... with) {
    this(problem, List.of(with));
  }

  int status() {
    return problem.status();
  }

  /** The visit, to be told so. */
  Visit told(Visit visit) {
    return visit.with(Notice.warning(visit.say("refused." + problem.word(), with.toArray())));
  }
}
