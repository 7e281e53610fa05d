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
  /** Texts to begin with. */
  public static final List<String> SAMPLES =
      List.of(
          "Your WhatsApp code: 480-215. Don't share this code with others",
          "G-718206 is your Google verification code.",
          "Kode OTP Anda 552913. Jangan berikan kepada siapa pun.");
}
