package dev.codeport.domain.verification;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one decision alters about the verifications of one phone for one account, all of it: a value
 * that is committed whole or not at all.
 *
 * @param releases a claim whose key is to be free again, before {@code claim} is taken; without
 *     effect when another claim has the key by now
 * @param claim a key to be taken
 * @param verifications their new states, in this order; revision 1 is a new one, any other stands
 *     on the one before
 * @param dispatches by (verification, ordinal): new, or with their new state
 * @param at the moment of the decision
 */
public record VerificationChange(
    AccountId account,
    PhoneNumber phone,
    Optional<Claim> releases,
    Optional<Claim> claim,
    List<Verification> verifications,
    List<Dispatch> dispatches,
    Tally tally,
    Instant at) {
  public VerificationChange {
    verifications = List.copyOf(verifications);
    dispatches = List.copyOf(dispatches);
    for (var verification : verifications) {
      if (!verification.account().equals(account) || !verification.terms().phone().equals(phone)) {
        throw new IllegalArgumentException("a change concerns one phone of one account");
      }
    }
  }

  /** A change of this one verification. */
  public static Builder of(Verification verification, Instant now) {
    return new Builder(verification.account(), verification.terms().phone(), now)
        .verification(verification);
  }

  /** A change of what was asked for this verification, which itself stays as it is. */
  public static Builder about(Verification verification, Instant now) {
    return new Builder(verification.account(), verification.terms().phone(), now);
  }

  public static final class Builder {
    private final AccountId account;
    private final PhoneNumber phone;
    private final Instant at;
    private Optional<Claim> releases = Optional.empty();
    private Optional<Claim> claim = Optional.empty();
    private final List<Verification> verifications = new ArrayList<>();
    private final List<Dispatch> dispatches = new ArrayList<>();
    private Tally tally = new Tally.Nothing();

    private Builder(AccountId account, PhoneNumber phone, Instant at) {
      this.account = account;
      this.phone = phone;
      this.at = at;
    }

    public Builder verification(Verification verification) {
      verifications.add(verification);
      return this;
    }

    /** One that has to end before: put in front of the others. */
    public Builder after(Verification former) {
      verifications.addFirst(former);
      return this;
    }

    public Builder dispatch(Dispatch dispatch) {
      dispatches.add(dispatch);
      return this;
    }

    public Builder claim(Claim taken) {
      claim = Optional.of(taken);
      return this;
    }

    public Builder release(Claim former) {
      releases = Optional.of(former);
      return this;
    }

    public Builder tally(Tally counted) {
      tally = counted;
      return this;
    }

    public VerificationChange build() {
      return new VerificationChange(
          account, phone, releases, claim, verifications, dispatches, tally, at);
    }
  }
}
