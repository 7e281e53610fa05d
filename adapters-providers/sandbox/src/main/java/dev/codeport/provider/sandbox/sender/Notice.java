package dev.codeport.provider.sandbox.sender;

/**
 * What the service tells unasked.
 *
 * @param signature what stands in the header {@link #HEADER}
 */
public record Notice(String signature, String body) {
  public static final String HEADER = "x-sm-signature";
}
