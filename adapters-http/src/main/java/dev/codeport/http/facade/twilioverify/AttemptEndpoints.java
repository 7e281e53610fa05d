package dev.codeport.http.facade.twilioverify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.codeport.application.verification.ReadVerifications;
import dev.codeport.application.verification.ShownVerification;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.Verifications;
import dev.codeport.http.api.Customer;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.PublicAddress;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code Attempts}: what was sent, that of the newest verification first. A page has all of its
 * verifications' attempts, so it may have more of them than was asked for.
 */
final class AttemptEndpoints {
  static final String PATH = "/v2/Attempts";

  private final ReadVerifications reading;
  private final PublicAddress address;

  AttemptEndpoints(ReadVerifications reading, PublicAddress address) {
    this.reading = reading;
    this.address = address;
  }

  Reply list(Customer customer, Request request) {
    var wanted = AttemptFilter.read(request.query(), reading);
    var found =
        wanted
                .service()
                .filter(other -> !other.equals(Sids.service(customer.account())))
                .isPresent()
            ? new Found(List.of(), Optional.empty())
            : find(customer.account(), wanted);
    var first = url(request, Optional.empty(), 0);
    return Reply.json(
        200,
        new AttemptsView(
            found.attempts(),
            new PageMeta(
                "attempts",
                first,
                found
                    .next()
                    .map(id -> url(request, Optional.of(id), wanted.page() + 1))
                    .orElse(null),
                null,
                wanted
                    .after()
                    .map(id -> url(request, Optional.of(id), wanted.page()))
                    .orElse(first),
                wanted.page(),
                wanted.pageSize())));
  }

  /**
   * @param next behind which the rest comes, if there is any
   */
  private record Found(List<AttemptView> attempts, Optional<VerificationId> next) {}

  private Found find(AccountId account, AttemptFilter wanted) {
    if (wanted.verification().isPresent()) {
      var one = wanted.verification().flatMap(id -> reading.verification(account, id));
      return new Found(
          one.map(shown -> attempts(shown, wanted)).orElse(List.of()), Optional.empty());
    }
    var attempts = new ArrayList<AttemptView>();
    var after = wanted.after().map(id -> known(account, id));
    do {
      var rows = rows(account, wanted, after);
      rows.stream()
          .limit(wanted.pageSize())
          .forEach(each -> attempts.addAll(attempts(each, wanted)));
      after =
          rows.size() > wanted.pageSize()
              ? Optional.of(rows.get(wanted.pageSize() - 1).verification().id())
              : Optional.empty();
      // An empty page is the last one to the SDKs, whatever it says of a next one.
    } while (attempts.isEmpty() && after.isPresent());
    return new Found(attempts, after);
  }

  private VerificationId known(AccountId account, VerificationId token) {
    return reading
        .verification(account, token)
        .map(shown -> shown.verification().id())
        .orElseThrow(() -> BadInput.parameter("PageToken", "must be one that a page gave"));
  }

  /** One more than a page has, up to the day that was asked for. */
  private List<ShownVerification> rows(
      AccountId account, AttemptFilter wanted, Optional<VerificationId> after) {
    var filter = new Verifications.Filter(wanted.to(), wanted.states(), after);
    return reading.verifications(account, filter, wanted.pageSize() + 1).stream()
        .takeWhile(shown -> wanted.isRecent(shown.verification().terms().startedAt()))
        .toList();
  }

  private List<AttemptView> attempts(ShownVerification shown, AttemptFilter wanted) {
    var verification = shown.verification();
    if (!wanted.isBy(verification.terms().channel())) {
      return List.of();
    }
    var gone =
        reading.dispatches(verification.account(), verification.id()).stream()
            .filter(dispatch -> dispatch.state().mayHaveGone())
            .toList();
    var attempts = new ArrayList<AttemptView>();
    for (int i = 0; i < gone.size(); i++) {
      var converted = verification instanceof Verification.Verified && i == gone.size() - 1;
      if (wanted.isWith(converted)) {
        attempts.add(AttemptView.of(verification, gone.get(i), converted));
      }
    }
    return attempts;
  }

  /** The same list from another place on. */
  private String url(Request request, Optional<VerificationId> after, long page) {
    var parameters = new TreeMap<String, String>();
    AttemptFilter.PARAMETERS.forEach(
        name -> request.query().text(name).ifPresent(value -> parameters.put(name, value)));
    parameters.put("Page", Long.toString(page));
    parameters.remove("PageToken");
    after.ifPresent(id -> parameters.put("PageToken", Sids.verification(id)));
    var query = new ArrayList<String>();
    parameters.forEach((name, value) -> query.add(name + "=" + URLEncoder.encode(value, UTF_8)));
    return address.of(request) + PATH + "?" + String.join("&", query);
  }

  record AttemptsView(List<AttemptView> attempts, PageMeta meta) {}
}
