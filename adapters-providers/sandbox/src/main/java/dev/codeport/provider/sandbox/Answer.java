package dev.codeport.provider.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/** What the vendor says, before it is put into the form of its family. */
sealed interface Answer {
  record Line(String text) implements Answer {}

  record Document(JsonNode json) implements Answer {}

  /**
   * @param argument what stands after the token, or nothing
   */
  record Complaint(Trouble trouble, String argument) implements Answer {
    static Complaint of(Trouble trouble) {
      return new Complaint(trouble, "");
    }

    static Complaint of(Desk.Deal.No no) {
      return new Complaint(no.trouble(), no.argument());
    }
  }
}
