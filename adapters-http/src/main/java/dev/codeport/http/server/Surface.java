package dev.codeport.http.server;

/** One family of routes that words its refusals alike. */
public interface Surface {
  Reply refuse(Refusal why, String requestId);
}
