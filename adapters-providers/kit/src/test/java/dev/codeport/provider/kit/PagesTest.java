package dev.codeport.provider.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.domain.pool.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PagesTest {
  private final List<Integer> offsets = new ArrayList<>();

  @Test
  void every_page_is_read_until_one_is_empty() {
    assertEquals(upTo(250), read(upTo(250)));
    assertEquals(List.of(0, 100, 200, 300), offsets);
  }

  @Test
  void an_empty_list_is_one_question() {
    assertEquals(List.of(), read(List.of()));
    assertEquals(List.of(0), offsets);
  }

  @Test
  void a_page_that_lacks_a_row_does_not_end_the_list() {
    var all = upTo(250);

    var read = read((offset, limit) -> new Answer.Given<>(without(7, slice(all, offset, limit))));

    assertEquals(without(7, all), read);
  }

  @Test
  void what_moves_to_the_next_page_meanwhile_is_there_once() {
    var all = upTo(150);

    var read =
        read((offset, limit) -> new Answer.Given<>(slice(all, Math.max(0, offset - 3), limit)));

    assertEquals(all, read);
  }

  @Test
  void a_vendor_that_heeds_no_offset_has_told_all_in_a_short_page() {
    assertEquals(upTo(40), read((offset, limit) -> new Answer.Given<>(upTo(40))));
    assertEquals(List.of(0, 100), offsets);
  }

  @Test
  void reading_ends_when_enough_is_there() {
    var read = Pages.read(this::hundreds, PagesTest::id, rows -> rows.contains(120));

    assertEquals(new Answer.Given<>(upTo(200)), read);
  }

  @Test
  void a_list_without_an_end_is_missing() {
    var read = Pages.read(this::hundreds, PagesTest::id, rows -> false);

    assertEquals(new Answer.Missing<>(Optional.empty(), "the list has no end"), read);
    assertEquals(50, offsets.size());
  }

  @Test
  void a_page_that_cannot_be_read_makes_all_of_it_missing() {
    var no = new Answer.Missing<List<Integer>>(Optional.of(Duration.ofSeconds(9)), "busy");

    var read =
        Pages.read(
            (offset, limit) -> offset == 0 ? hundreds(0, limit) : no, PagesTest::id, rows -> false);

    assertEquals(no, read);
  }

  @Test
  void rows_without_an_id_are_left_out() {
    var read =
        Pages.<Integer>read(
            (offset, limit) -> new Answer.Given<>(slice(List.of(1, -1, 2), offset, limit)),
            PagesTest::id,
            rows -> false);

    assertEquals(new Answer.Given<>(List.of(1, 2)), read);
  }

  private List<Integer> read(List<Integer> all) {
    return read((offset, limit) -> new Answer.Given<>(slice(all, offset, limit)));
  }

  private List<Integer> read(Pages.Source<Integer> source) {
    Pages.Source<Integer> noted =
        (offset, limit) -> {
          offsets.add(offset);
          return source.page(offset, limit);
        };
    return Pages.read(noted, PagesTest::id, rows -> false) instanceof Answer.Given<List<Integer>> g
        ? g.value()
        : List.of(-1);
  }

  private Answer<List<Integer>> hundreds(int offset, int limit) {
    offsets.add(offset);
    return new Answer.Given<>(IntStream.range(offset, offset + limit).boxed().toList());
  }

  private static Optional<String> id(int row) {
    return Optional.of(row).filter(number -> number >= 0).map(number -> "id" + number);
  }

  private static List<Integer> upTo(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static List<Integer> slice(List<Integer> all, int offset, int limit) {
    return all.subList(Math.min(offset, all.size()), Math.min(offset + limit, all.size()));
  }

  private static List<Integer> without(int row, List<Integer> rows) {
    return rows.stream().filter(each -> each != row).toList();
  }
}
