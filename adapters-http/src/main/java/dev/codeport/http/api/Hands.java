package dev.codeport.http.api;

import dev.codeport.application.operator.ActAsOperator;
import dev.codeport.domain.account.Act;
import dev.codeport.domain.fraud.NetworkAddress;
import dev.codeport.http.server.Origins;
import dev.codeport.http.server.Request;

/**
 * The operator's hands: what a request changes through them is written down with where it came
 * from.
 */
public final class Hands {
  private final ActAsOperator acting;
  private final Act.Door door;
  private final Origins origins;

  public Hands(ActAsOperator acting, Act.Door door, Origins origins) {
    this.acting = acting;
    this.door = door;
    this.origins = origins;
  }

  public ActAsOperator.Powers of(Request request) {
    var address = origins.of(request).map(NetworkAddress::toString).orElse("");
    return acting.asOperator(new Act.Author(door, address));
  }
}
