package dev.codeport.http.console.customer;

import java.util.List;

/**
 * What the template {@code api} shows.
 *
 * @param base under which the API is reached
 */
public record ApiPage(String base, String version, List<Group> groups) {
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
