package dev.codeport.http.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The templates, compiled into the build. */
final class Templates {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "gg.jte.generated.codeport");

  private Templates() {}

  /**
   * @param name without its ending, such as {@code order}
   * @param page what the template calls {@code page}
   */
  static String render(String name, Frame frame, Object page) {
    var output = new StringOutput(16 * 1024);
    ENGINE.render(name + ".jte", Map.of("frame", frame, "page", page), output);
    return output.toString();
  }
}
