package dev.codeport.http.facade.twilioverify;

import dev.codeport.application.Codeport;
import dev.codeport.http.api.CustomerGate;
import dev.codeport.http.server.PublicAddress;
import dev.codeport.http.server.Routes;
import java.time.InstantSource;
import java.util.List;

/** The operations of Twilio's Verify API that there are here; everything else of it is a 404. */
public final class TwilioVerifyFacade {
  private static final String SERVICE = Services.PATH + "/:service";
  private static final String VERIFICATION = SERVICE + "/Verifications/:key";
  private static final List<String> TWILIO =
      List.of(Services.PATH, AttemptEndpoints.PATH, "/v2/SafeList", "/v2/Forms", "/2010-04-01");

  private final CustomerGate gate;
  private final VerificationEndpoints verifications;
  private final CheckEndpoint check;
  private final ServiceEndpoints service;
  private final AttemptEndpoints attempts;

  public TwilioVerifyFacade(
      Codeport codeport, CustomerGate gate, PublicAddress address, InstantSource clock) {
    var services = new Services(address);
    this.gate = gate.speaking(new TwilioGate());
    this.verifications = new VerificationEndpoints(codeport, codeport, codeport, services, clock);
    this.check = new CheckEndpoint(codeport, codeport, services, clock);
    this.service = new ServiceEndpoints(services);
    this.attempts = new AttemptEndpoints(codeport, address);
  }

  public void mount(Routes routes) {
    TWILIO.forEach(prefix -> routes.surface(prefix, new TwilioSurface()));
    routes
        .get(Services.PATH, gate.read(service::list))
        .get(SERVICE, gate.read(service::fetch))
        .post(SERVICE + "/Verifications", gate.change(verifications::create))
        .get(VERIFICATION, gate.read(verifications::fetch))
        .post(VERIFICATION, gate.change(verifications::update))
        .post(SERVICE + "/VerificationCheck", gate.change(check::check))
        .get(AttemptEndpoints.PATH, gate.read(attempts::list));
  }
}
