package dev.codeport.postgres;

import dev.codeport.domain.fraud.Judgement;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.phone.Region;
import dev.codeport.domain.verification.CodeMark;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.Progress;
import dev.codeport.domain.verification.Terms;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.Verification.Carried;
import dev.codeport.domain.verification.Verification.Theirs;
import dev.codeport.domain.verification.Verifications.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of {@code verifications} as a verification. */
record VerificationMapper(Seals seals) implements RowMapper<Verification> {
  @Override
  public Verification map(ResultSet result, StatementContext context) throws SQLException {
    var row = new Row(result);
    var terms = terms(row);
    var revision = row.longOf("revision");
    var progress = new Progress(row.intOf("rounds"), row.instant("asked_at"), row.intOf("guesses"));
    return switch (row.enumOf("state", Status.class)) {
      case STARTED -> new Verification.Started(terms, revision, progress, mark(row));
      case SENT -> new Verification.Sent(terms, revision, progress, mark(row), carried(row));
      case VERIFIED ->
          new Verification.Verified(terms, revision, progress, row.instant("ended_at"));
      case FAILED ->
          new Verification.Failed(
              terms,
              revision,
              progress,
              row.enumOf("reason", Verification.Reason.class),
              row.instant("ended_at"));
    };
  }

  private Terms terms(Row row) throws SQLException {
    return new Terms(
        new VerificationId(row.uuidIfAny("id").orElseThrow()),
        new AccountId(row.intOf("account_id")),
        row.textIfAny("phone").map(seals::openVerificationPhone).orElse(PhoneNumber.ERASED),
        row.textIfAny("region").map(Region::new),
        row.enumOf("channel", Channel.class),
        Locale.forLanguageTag(row.text("locale")),
        new Fingerprint(row.text("intent")),
        row.intOf("code_length"),
        row.intOf("most_guesses"),
        row.instant("started_at"),
        row.instant("expires_at"),
        row.textIfAny("address").map(seals::openAddress),
        row.textIfAny("judgement")
            .map(seals::openJudgement)
            .map(JudgementJson::read)
            .orElse(Judgement.CLEAN),
        row.isTrue("test"));
  }

  private static CodeMark mark(Row row) throws SQLException {
    return new CodeMark(row.text("mark_key"), row.text("mark_nonce"), row.text("mark_hmac"));
  }

  private static Carried carried(Row row) throws SQLException {
    var sender = row.textIfAny("theirs_sender");
    var theirs =
        sender.isEmpty()
            ? Optional.<Theirs>empty()
            : Optional.of(
                new Theirs(new SenderId(sender.get()), new Handle(row.text("theirs_handle"))));
    return new Carried(row.isTrue("ours"), theirs);
  }
}
