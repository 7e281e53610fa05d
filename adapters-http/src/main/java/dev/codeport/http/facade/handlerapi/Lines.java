package dev.codeport.http.facade.handlerapi;

import dev.codeport.http.server.Reply;

/** Answers of one line. */
final class Lines {
  private static final String TEXT = "text/plain; charset=utf-8";

  private Lines() {}

  static Reply line(String text) {
    return line(200, text);
  }

  static Reply line(int status, String text) {
    return Reply.text(status, TEXT, text);
  }
}
