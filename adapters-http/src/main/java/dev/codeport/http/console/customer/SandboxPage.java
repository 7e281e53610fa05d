package dev.codeport.http.console.customer;

import dev.codeport.http.api.PhoneDoor;
import java.util.List;

/**
 * What the template {@code sandbox} shows.
 *
 * @param waiting orders of the customer that wait for an SMS
 * @param phone whose inbox is open; empty for none
 * @param inbox the newest first
 * @param text what is typed into the form
 */
public record SandboxPage(
    List<OrderLine> waiting, String phone, List<PhoneDoor.Arrived> inbox, String text) {
  /** What was typed, or what might come to the first of those that wait. */
  public String draft() {
    return text.isEmpty()
        ? "Your %s code: 480-215. Don't share it with others"
            .formatted(waiting.getFirst().platform())
        : text;
  }
}
