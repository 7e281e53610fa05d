package dev.codeport.domain.verification;

/**
 * How much room a text takes in SMS, by 3GPP TS 23.038: 160 septets of the default alphabet, in
 * which ten characters take two, or 70 UTF-16 units if any other character occurs; in parts of 153
 * or 67 if it is longer.
 */
public record SmsLength(boolean gsm7, int units) {
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENDED = "\f^{}\\[~]|€";

  public static SmsLength of(String text) {
    int septets = 0;
    for (int i = 0; i < text.length(); i++) {
      int width = width(text.charAt(i));
      if (width == 0) {
        return new SmsLength(false, text.length());
      }
      septets += width;
    }
    return new SmsLength(true, septets);
  }

  public boolean isOnePart() {
    return units <= (gsm7 ? 160 : 70);
  }

  /** How many messages it is sent as. */
  public int parts() {
    int part = gsm7 ? 153 : 67;
    return isOnePart() ? 1 : (units + part - 1) / part;
  }

  private static int width(char one) {
    return BASIC.indexOf(one) >= 0 ? 1 : EXTENDED.indexOf(one) >= 0 ? 2 : 0;
  }
}
