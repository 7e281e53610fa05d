package dev.codeport.http.api.verification;

import dev.codeport.application.Codeport;
import dev.codeport.http.api.CustomerGate;
import dev.codeport.http.server.Routes;
import java.time.InstantSource;

/** Everything under {@code /api/verifications}. */
public final class VerificationApi {
  private static final String ALL = "/api/verifications";
  private static final String ONE = ALL + "/:id";

  private final CustomerGate gate;
  private final StartEndpoint starting;
  private final StepEndpoints steps;
  private final VerificationEndpoints verifications;

  public VerificationApi(Codeport codeport, CustomerGate gate, InstantSource clock) {
    this.gate = gate;
    this.starting = new StartEndpoint(codeport, clock);
    this.steps = new StepEndpoints(codeport, codeport, codeport, clock);
    this.verifications = new VerificationEndpoints(codeport, clock);
  }

  public void mount(Routes routes) {
    routes
        .post(ALL, gate.change(starting::start))
        .get(ALL, gate.read(verifications::list))
        .get(ONE, gate.read(verifications::get))
        .post(ONE + "/check", gate.change(steps::check))
        .post(ONE + "/resend", gate.change(steps::resend))
        .post(ONE + "/cancel", gate.change(steps::cancel));
  }
}
