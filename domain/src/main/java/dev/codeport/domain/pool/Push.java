package dev.codeport.domain.pool;

/**
 * What somebody sent to us, who may be a vendor.
 *
 * @param secret what it named in the address, which only the vendor should know
 * @param from the network address it came from
 */
public record Push(String secret, String from, String body) {
  @Override
  public String toString() {
    return "Push[" + body.length() + " characters]";
  }
}
