package dev.codeport.http.api.order;

import dev.codeport.domain.code.Candidate;
import dev.codeport.domain.code.Code;
import dev.codeport.domain.order.Sms;
import dev.codeport.http.api.Shown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One SMS of an order.
 *
 * @param revision which of the order's, from 1
 * @param late whether it came after the order's end: kept and shown, never charged
 * @param rule the rule that decided about the code
 * @param candidates what was looked at in it, and why it was taken or passed over
 */
record MessageView(
    int revision,
    String receivedAt,
    boolean late,
    String text,
    @Nullable String code,
    String rule,
    List<CandidateView> candidates) {

  static MessageView of(Sms sms, List<Candidate> candidates) {
    return new MessageView(
        sms.revision(),
        Shown.time(sms.receivedAt()),
        sms.late(),
        Shown.text(sms.text()),
        Shown.text(sms.code().map(Code::value)),
        sms.rule(),
        candidates.stream().map(CandidateView::of).toList());
  }

  record CandidateView(String value, String reason, int score) {
    static CandidateView of(Candidate candidate) {
      return new CandidateView(
          Shown.text(candidate.value()), candidate.reason(), candidate.score());
    }
  }
}
