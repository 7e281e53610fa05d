package dev.codeport.http.facade.twilioverify;

import dev.codeport.http.api.CustomerGate;
import dev.codeport.http.server.Basic;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.Duration;
import java.util.Optional;

/** An API key is the password beside an account's or a key's sid. */
final class TwilioGate implements CustomerGate.Dialect {
  @Override
  public Optional<String> key(Request request) {
    return request
        .basic()
        .filter(basic -> Sids.isUser(basic.user()))
        .map(Basic::password)
        .map(password -> password.reveal());
  }

  @Override
  public Reply unauthorized() {
    return Fault.AUTHENTICATE.reply().with("WWW-Authenticate", "Basic realm=\"Twilio API\"");
  }

  @Override
  public Reply tooOften(String policy, Duration retryAfter) {
    return Fault.TOO_MANY_REQUESTS.reply(retryAfter);
  }
}
