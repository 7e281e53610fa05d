package dev.codeport.memory;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.phone.Region;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.Verifications.Sends;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Counts what went out between two times; within the lock of the {@link Tables}. */
record SendCount(Proofs proofs, Instant from, Instant to) {
  private static final Comparator<Sends> IN_ORDER =
      Comparator.comparing(Sends::day)
          .thenComparing(sends -> sends.sender().value())
          .thenComparing(sends -> sends.region().map(Region::iso).orElse("~"));

  private record Went(Verification verification, Dispatch dispatch) {}

  /** A phone of an account; a verification whose phone is erased stands for itself. */
  private record Whose(AccountId account, Object phone) {
    static Whose of(Verification verification) {
      var phone = verification.terms().phone();
      return new Whose(
          verification.account(), phone.equals(PhoneNumber.ERASED) ? verification.id() : phone);
    }
  }

  List<Sends> all() {
    var went = proofs.all().filter(each -> !each.terms().test()).flatMap(this::went).toList();
    Set<Whose> proven = new HashSet<>();
    went.stream()
        .map(Went::verification)
        .filter(Verification.Verified.class::isInstance)
        .forEach(each -> proven.add(Whose.of(each)));
    Map<Sends, Sends> sums = new LinkedHashMap<>();
    for (var each : went) {
      var one = one(each, proven);
      sums.merge(new Sends(one.day(), one.sender(), one.region(), 0, 0), one, SendCount::plus);
    }
    return sums.values().stream().sorted(IN_ORDER).toList();
  }

  private Stream<Went> went(Verification verification) {
    return proofs.dispatches(verification.account(), verification.id()).stream()
        .filter(each -> each.state().mayHaveGone())
        .filter(each -> !each.askedAt().isBefore(from) && each.askedAt().isBefore(to))
        .map(each -> new Went(verification, each));
  }

  private static Sends one(Went went, Set<Whose> proven) {
    var verification = went.verification();
    var fruitless =
        verification instanceof Verification.Failed && !proven.contains(Whose.of(verification));
    return new Sends(
        LocalDate.ofInstant(went.dispatch().askedAt(), ZoneOffset.UTC),
        went.dispatch().sender(),
        verification.terms().region(),
        1,
        fruitless ? 1 : 0);
  }

  private static Sends plus(Sends one, Sends other) {
    return new Sends(
        one.day(),
        one.sender(),
        one.region(),
        one.messages() + other.messages(),
        one.fruitless() + other.fruitless());
  }
}
