package dev.codeport.http.facade.auth;

import dev.codeport.application.Codeport;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.http.api.CustomerGate;
import dev.codeport.http.server.Routes;
import java.time.InstantSource;

/** The two routes under {@code /auth}. */
public final class AuthFacade {
  private static final String SEND = "/auth/send-otp";
  private static final String VERIFY = "/auth/verify-otp";

  private final Codeport codeport;
  private final Door door;
  private final boolean passing;
  private final InstantSource clock;

  public AuthFacade(
      Codeport codeport,
      CustomerGate gate,
      RateLimiter limiter,
      AuthSettings settings,
      InstantSource clock) {
    this.codeport = codeport;
    this.door = new Door(gate, codeport, limiter, settings);
    this.passing = settings.passing();
    this.clock = clock;
  }

  public void mount(Routes routes) {
    if (passing) {
      var otp = new PassEndpoints(codeport);
      routes.post(SEND, door.send(otp::send)).post(VERIFY, door.check(otp::verify));
    } else {
      var otp = new OtpEndpoints(codeport, codeport, clock);
      routes.post(SEND, door.send(otp::send)).post(VERIFY, door.check(otp::verify));
    }
  }
}
