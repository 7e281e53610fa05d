package dev.codeport.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Notes the changes that go through a data source, as they are sent. */
final class Recording {
  private final DataSource behind;
  private final String function;
  private final List<String> changes = new CopyOnWriteArrayList<>();

  /**
   * @param function which takes the changes
   */
  Recording(DataSource behind, String function) {
    this.behind = behind;
    this.function = function;
  }

  List<String> changes() {
    return List.copyOf(changes);
  }

  DataSource source() {
    return watch(DataSource.class, behind, false);
  }

  private <T> T watch(Class<T> type, Object target, boolean commits) {
    return type.cast(
        Proxy.newProxyInstance(
            Recording.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> {
              if (commits && args != null && args.length >= 2 && args[1] instanceof String change) {
                changes.add(change);
              }
              try {
                var result = method.invoke(target, args);
                return switch (result) {
                  case Connection connection -> watch(Connection.class, connection, false);
                  case PreparedStatement statement
                      when args != null && args[0].toString().contains(function) ->
                      watch(PreparedStatement.class, statement, true);
                  case null, default -> result;
                };
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
