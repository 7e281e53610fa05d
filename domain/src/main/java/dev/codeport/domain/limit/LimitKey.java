package dev.codeport.domain.limit;

/** What is limited: the name of the policy and whom it is counted for (never a secret in clear). */
public record LimitKey(String policy, String subject) {
  public static LimitKey of(String policy, String subject) {
    return new LimitKey(policy, subject);
  }
}
