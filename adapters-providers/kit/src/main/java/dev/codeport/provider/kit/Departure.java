package dev.codeport.provider.kit;

import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Sees whether a call came so far that bytes of its request may have left: before that, a failure
 * (no address, no connection, no TLS) is harmless.
 */
final class Departure extends EventListener {
  private volatile boolean began;

  @Override
  public void requestHeadersStart(Call call) {
    began = true;
  }

  boolean began() {
    return began;
  }
}
