package dev.codeport.http.console;

import java.util.List;

/**
 * What the template {@code api} shows.
 *
 * @param base under which the API is reached
 * @param key what a key looks like
 */
public record ApiPage(String base, String key, String version, List<Group> groups) {
  /** Operations that begin alike. */
  public record Group(String name, List<Operation> operations) {}

  /**
   * One operation.
   *
   * @param curl a line that can be pasted
   */
  public record Operation(
      String method, String path, String summary, List<Parameter> parameters, String curl) {}

  /** What may stand in an operation's path, query or header. */
  public record Parameter(String name, String in, boolean required, String about) {}
}
