package dev.codeport.http.facade.smscode;

import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;

/** An endpoint of which it is known who asks. */
@FunctionalInterface
interface Operation {
  Reply answer(Caller caller, Request request);
}
