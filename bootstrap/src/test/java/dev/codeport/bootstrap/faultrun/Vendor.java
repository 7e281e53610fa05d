package dev.codeport.bootstrap.faultrun;

import dev.codeport.contract.FarVendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A vendor of the run, with the gate before it.
 *
 * @param kind its dialect, and whose way of speaking it
 * @param settings what the service is told of it, beside where it is
 */
record Vendor(
    String name, String kind, FarVendor far, Gate gate, Deck deck, Map<String, String> settings)
    implements AutoCloseable {

  /** As an operator writes them. */
  List<String> asSettings() {
    var at = "provider." + name + ".";
    var all = new ArrayList<String>();
    all.add(at + "url=" + gate.base());
    all.add(at + "api-key=" + far.token().reveal());
    settings.forEach((key, value) -> all.add(at + key + "=" + value));
    return all;
  }

  @Override
  public void close() {
    gate.close();
    far.close();
  }
}
