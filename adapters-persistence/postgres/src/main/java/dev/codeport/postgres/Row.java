package dev.codeport.postgres;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** One row of an answer, read in our own types: {@code …IfAny} where the column may be NULL. */
record Row(ResultSet result) {
  String text(String column) throws SQLException {
    return result.getString(column);
  }

  Optional<String> textIfAny(String column) throws SQLException {
    return Optional.ofNullable(result.getString(column));
  }

  int intOf(String column) throws SQLException {
    return result.getInt(column);
  }

  Optional<Integer> intIfAny(String column) throws SQLException {
    int value = result.getInt(column);
    return result.wasNull() ? Optional.empty() : Optional.of(value);
  }

  long longOf(String column) throws SQLException {
    return result.getLong(column);
  }

  Optional<Long> longIfAny(String column) throws SQLException {
    long value = result.getLong(column);
    return result.wasNull() ? Optional.empty() : Optional.of(value);
  }

  /** In 32 hexadecimal digits. */
  Optional<String> uuidIfAny(String column) throws SQLException {
    return textIfAny(column).map(uuid -> uuid.replace("-", ""));
  }

  boolean isTrue(String column) throws SQLException {
    return result.getBoolean(column);
  }

  BigDecimal decimal(String column) throws SQLException {
    return result.getBigDecimal(column);
  }

  Instant instant(String column) throws SQLException {
    return result.getObject(column, OffsetDateTime.class).toInstant();
  }

  Optional<Instant> instantIfAny(String column) throws SQLException {
    return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  <E extends Enum<E>> E enumOf(String column, Class<E> type) throws SQLException {
    return Enum.valueOf(type, result.getString(column));
  }

  /** Millionths, with the currency in the column beside. */
  Money money(String column) throws SQLException {
    return new Money(longOf(column), new Currency(text(column + "_currency")));
  }

  List<String> texts(String column) throws SQLException {
    return List.of((String[]) result.getArray(column).getArray());
  }

  List<Long> longs(String column) throws SQLException {
    return List.of((Long[]) result.getArray(column).getArray());
  }
}
