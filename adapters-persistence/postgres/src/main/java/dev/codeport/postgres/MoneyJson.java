package dev.codeport.postgres;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.wallet.Book;
import dev.codeport.domain.wallet.Entry;
import dev.codeport.domain.wallet.Posting;
import java.util.ArrayList;
import java.util.List;

/** The entries of a change, their postings, and what they add to the wallet. */
final class MoneyJson {
  private final Ledger ledger;

  MoneyJson(Ledger ledger) {
    this.ledger = ledger;
  }

  void write(ObjectNode json, List<Entry> entries) {
    json.put("available", sum(entries, Book.AVAILABLE));
    json.put("held", sum(entries, Book.HELD));
    ChangeJson.rows(json, "entries", entries, MoneyJson::entry);
    ChangeJson.rows(json, "postings", postings(entries), (line, at) -> line.row());
  }

  /** A posting with its place: the how manieth of which entry of the change. */
  private record Line(int entry, int number, Posting posting) {
    RowJson row() {
      return new RowJson()
          .put("entry", entry)
          .put("line", number)
          .put("book", posting.book())
          .put("amount", posting.amount().micros())
          .put("currency", posting.amount().currency().code());
    }
  }

  private List<Line> postings(List<Entry> entries) {
    var lines = new ArrayList<Line>();
    for (int i = 0; i < entries.size(); i++) {
      var postings = entries.get(i).postings();
      for (int j = 0; j < postings.size(); j++) {
        requireLedgerCurrency(postings.get(j));
        lines.add(new Line(i + 1, j + 1, postings.get(j)));
      }
    }
    return lines;
  }

  private void requireLedgerCurrency(Posting posting) {
    if (posting.book().isCustomers() && !posting.amount().currency().equals(ledger.currency())) {
      throw new IllegalArgumentException("customers' money is kept in " + ledger.currency());
    }
  }

  private long sum(List<Entry> entries, Book book) {
    var sum = ledger.zero();
    for (var entry : entries) {
      sum = sum.plus(entry.into(book, ledger.currency()));
    }
    return sum.micros();
  }

  private static RowJson entry(Entry entry, int number) {
    var row =
        new RowJson()
            .put("number", number)
            .put("kind", entry.kind())
            .put("reference", entry.reference())
            .put("at", entry.at());
    entry.order().ifPresent(order -> row.put("order_id", order.value()));
    return row;
  }
}
