package dev.codeport.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a service left behind, by the place where it lies. */
final class Traces {
  private final Map<String, String> places = new LinkedHashMap<>();

  void add(String place, String text) {
    places.put(place, text);
  }

  String in(String place) {
    return places.getOrDefault(place, "");
  }

  /** Every row of every table, as text, each table a place. */
  void addTables(Connection connection) throws SQLException {
    var names = new TreeMap<String, String>();
    try (var tables =
        connection
            .getMetaData()
            .getTables(null, "public", "%", new String[] {"TABLE", "PARTITIONED TABLE"})) {
      while (tables.next()) {
        names.put(tables.getString("TABLE_NAME"), "");
      }
    }
    for (var table : Set.copyOf(names.keySet())) {
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
        var text = new StringBuilder();
        while (rows.next()) {
          text.append(rows.getString(1)).append('\n');
        }
        add(table, text.toString());
      }
    }
  }

  /**
   * @param secrets by what they are
   */
  void assertWithout(Map<String, String> secrets) {
    var found = new TreeMap<String, List<String>>();
    secrets.forEach(
        (what, secret) ->
            places.forEach(
                (place, text) -> {
                  if (text.contains(secret)) {
                    found.put(what + " in " + place, around(text, secret));
                  }
                }));
    assertEquals(Map.of(), found);
  }

  private static List<String> around(String text, String secret) {
    return text.lines().filter(line -> line.contains(secret)).limit(3).toList();
  }
}
