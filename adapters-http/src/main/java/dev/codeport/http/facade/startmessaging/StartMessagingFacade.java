package dev.codeport.http.facade.startmessaging;

import dev.codeport.application.Codeport;
import dev.codeport.http.api.CustomerGate;
import dev.codeport.http.server.Routes;
import java.time.InstantSource;

/** The five operations of StartMessaging's API. */
public final class StartMessagingFacade {
  private final CustomerGate gate;
  private final OtpEndpoints otp;
  private final AuthEndpoints auth;

  public StartMessagingFacade(Codeport codeport, CustomerGate gate, InstantSource clock) {
    this.gate = gate.speaking(new StartMessagingGate());
    this.otp = new OtpEndpoints(codeport, codeport, codeport, clock);
    this.auth = new AuthEndpoints(codeport, codeport, clock);
  }

  public void mount(Routes routes) {
    routes
        .surface("/otp", new StartMessagingSurface())
        .surface("/v1/auth", new StartMessagingSurface())
        .post("/otp/send", gate.change(otp::send))
        .post("/otp/verify", gate.change(otp::verify))
        .post("/otp/resend", gate.change(otp::resend))
        .post("/v1/auth/send-otp", gate.change(auth::send))
        .post("/v1/auth/verify-otp", gate.change(auth::verify));
  }
}
