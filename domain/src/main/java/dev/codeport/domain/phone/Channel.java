package dev.codeport.domain.phone;

/** By what a code comes to a phone. */
public enum Channel {
  SMS,
  WHATSAPP,
  CALL
}
