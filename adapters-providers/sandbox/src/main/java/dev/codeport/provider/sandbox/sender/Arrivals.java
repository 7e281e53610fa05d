package dev.codeport.provider.sandbox.sender;

import dev.codeport.domain.phone.PhoneNumber;

/**
 * Learns of every message that reaches a phone, so that one sent to a number that somebody rents
 * can arrive there too. Called by the thread that serves the request, which has not been answered.
 */
@FunctionalInterface
public interface Arrivals {
  void arrived(PhoneNumber phone, String text);
}
