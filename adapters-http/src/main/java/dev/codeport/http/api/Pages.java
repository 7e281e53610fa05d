package dev.codeport.http.api;

import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lists read page by page. */
public final class Pages {
  private static final int USUAL = 50;
  private static final int MOST = 1000;

  private Pages() {}

  /** How many rows are asked for: 50 unless said, 1 to 1000. */
  public static int limit(Query query) {
    var limit = query.int64("limit").orElse((long) USUAL);
    if (limit < 1 || limit > MOST) {
      throw BadInput.parameter("limit", "must be 1 to " + MOST);
    }
    return limit.intValue();
  }

  /**
   * One page.
   *
   * @param rows one more than asked for when there are more
   * @param cursor of the last row shown
   * @param view of the rows and, when there are more, the cursor to go on with
   */
  public static <T> Reply reply(
      Request request, List<T> rows, int limit, Function<T, String> cursor, View<T> view) {
    var shown = rows.subList(0, Math.min(rows.size(), limit));
    Optional<String> next =
        rows.size() > limit ? Optional.of(cursor.apply(shown.getLast())) : Optional.empty();
    var reply = Reply.json(200, view.of(shown, next));
    return next.map(at -> linked(reply, request, at)).orElse(reply);
  }

  /** The reply with the way to the next page. */
  public static Reply linked(Reply reply, Request request, String cursor) {
    return reply.with("Link", "<" + request.queryWith("cursor", cursor) + ">; rel=\"next\"");
  }

  /** What a page looks like. */
  @FunctionalInterface
  public interface View<T> {
    Object of(List<T> rows, Optional<String> next);
  }
}
