package dev.codeport.postgres;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.phone.Region;
import dev.codeport.domain.verification.CodeMark;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.Tally;
import dev.codeport.domain.verification.Terms;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.verification.Verifications.Status;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A change as the parameter of {@code commit_verification}: what is not there is left out. */
record VerificationJson(Seals seals) {
  private record Key(String verification, int ordinal) {}

  String of(VerificationChange change) {
    var account = change.account();
    var json =
        new RowJson()
            .put("account_id", account.value())
            .put("phone_hash", seals.phoneHash(change.phone()))
            .put("at", change.at())
            .node();
    var claims = new ClaimJson(seals);
    change.releases().ifPresent(claim -> json.set("release", claims.row(account, claim)));
    change.claim().ifPresent(claim -> json.set("claim", claims.row(account, claim)));
    ChangeJson.rows(json, "verifications", change.verifications(), (each, at) -> row(each));
    ChangeJson.rows(
        json, "dispatches", newest(change.dispatches()), (each, at) -> row(account, each));
    tally(json, change.tally(), change.at());
    return json.toString();
  }

  private RowJson row(Verification verification) {
    var progress = verification.progress();
    var row =
        new RowJson()
            .put("account_id", verification.account().value())
            .put("id", verification.id().hex())
            .put("revision", verification.revision())
            .put("state", Status.of(verification))
            .put("rounds", progress.rounds())
            .put("asked_at", progress.askedAt())
            .put("guesses", progress.guesses());
    if (verification.revision() == 1) {
      terms(row, verification.terms());
    }
    switch (verification) {
      case Verification.Started started -> mark(row, started.mark());
      case Verification.Sent sent -> {
        mark(row, sent.mark());
        carried(row, sent.carried());
      }
      case Verification.Verified verified -> row.put("ended_at", verified.verifiedAt());
      case Verification.Failed failed ->
          row.put("ended_at", failed.failedAt()).put("reason", failed.reason());
    }
    return row;
  }

  /** They never change, so that only the first row of a verification has them. */
  private void terms(RowJson row, Terms terms) {
    row.put("phone_hash", seals.phoneHash(terms.phone()))
        .put("phone", seals.verificationPhone(terms.phone()))
        .putText("region", terms.region().map(Region::iso))
        .put("channel", terms.channel())
        .put("locale", terms.locale().toLanguageTag())
        .put("intent", terms.intent().hex())
        .put("code_length", terms.codeLength())
        .put("most_guesses", terms.mostGuesses())
        .put("started_at", terms.startedAt())
        .put("expires_at", terms.expiresAt())
        .putText("address", terms.address().map(seals::address))
        .putText("judgement", JudgementJson.text(terms.judgement()).map(seals::judgement))
        .put("test", terms.test());
  }

  private static void mark(RowJson row, CodeMark mark) {
    row.put("mark_key", mark.key()).put("mark_nonce", mark.nonce()).put("mark_hmac", mark.hmac());
  }

  private static void carried(RowJson row, Verification.Carried carried) {
    row.put("ours", carried.ours());
    carried
        .theirs()
        .ifPresent(
            theirs ->
                row.put("theirs_sender", theirs.sender().value())
                    .put("theirs_handle", theirs.handle().value()));
  }

  /** Each dispatch in its last state. */
  private static List<Dispatch> newest(List<Dispatch> dispatches) {
    Map<Key, Dispatch> newest = new LinkedHashMap<>();
    dispatches.forEach(
        each -> newest.put(new Key(each.verification().hex(), each.ordinal()), each));
    return List.copyOf(newest.values());
  }

  private static RowJson row(AccountId account, Dispatch dispatch) {
    return new RowJson()
        .put("account_id", account.value())
        .put("verification_id", dispatch.verification().hex())
        .put("ordinal", dispatch.ordinal())
        .put("round", dispatch.round())
        .put("sender", dispatch.sender().value())
        .put("code", dispatch.code())
        .put("reference", dispatch.reference())
        .put("asked_at", dispatch.askedAt())
        .put("state", dispatch.state())
        .putText("handle", dispatch.handle().map(Handle::value))
        .putInstant("answered_at", dispatch.answeredAt())
        .put("detail", dispatch.detail());
  }

  private static void tally(ObjectNode json, Tally tally, Instant at) {
    switch (tally) {
      case Tally.Nothing nothing -> {}
      case Tally.Send send ->
          json.set("tally", new RowJson().put("kind", "SEND").put("most", send.most()).node());
      case Tally.Guess guess ->
          json.set(
              "tally",
              new RowJson()
                  .put("kind", "GUESS")
                  .put("most", guess.most())
                  .put("locks_until", at.plus(guess.lock()))
                  .node());
      case Tally.Unsent unsent ->
          json.set("tally", new RowJson().put("kind", "UNSENT").put("sent_at", unsent.at()).node());
      case Tally.Success success -> json.set("tally", new RowJson().put("kind", "SUCCESS").node());
    }
  }
}
