package dev.codeport.http.console.customer;

import java.util.List;

/**
 * What the template {@code verifications} shows.
 *
 * @param state the filter that is set; empty for all
 * @param phone the number that is looked for; empty for all
 * @param first where the list begins; empty when it is here
 * @param next where it goes on; empty at its end
 * @param to what was typed into the form
 * @param key under which a code is sent once
 */
public record VerificationsPage(
    List<VerificationLine> verifications,
    String state,
    String phone,
    String first,
    String next,
    String to,
    String key) {
  public static final List<String> STATES = List.of("open", "verified", "failed");

  public static final List<String> CHANNELS = List.of("sms", "whatsapp", "call");

  public boolean isFiltered() {
    return !(state + phone).isEmpty();
  }
}
