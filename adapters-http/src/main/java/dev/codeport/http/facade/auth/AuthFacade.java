package dev.codeport.http.facade.auth;

import dev.codeport.application.Codeport;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.http.api.CustomerGate;
import dev.codeport.http.server.Routes;
import java.time.InstantSource;

/** The two routes under {@code /auth}. */
public final class AuthFacade {
  private final Door door;
  private final OtpEndpoints otp;

  public AuthFacade(
      Codeport codeport,
      CustomerGate gate,
      RateLimiter limiter,
      Visitors visitors,
      InstantSource clock) {
    this.door = new Door(gate, codeport, limiter, visitors);
    this.otp = new OtpEndpoints(codeport, codeport, clock);
  }

  public void mount(Routes routes) {
    routes
        .post("/auth/send-otp", door.send(otp::send))
        .post("/auth/verify-otp", door.check(otp::verify));
  }
}
