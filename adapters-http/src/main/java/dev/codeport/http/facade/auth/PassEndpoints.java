package dev.codeport.http.facade.auth;

import dev.codeport.application.verification.PassCodes;
import dev.codeport.domain.fraud.NetworkAddress;
import dev.codeport.domain.id.AccountId;
import dev.codeport.http.api.Problem;
import dev.codeport.http.api.Shown;
import dev.codeport.http.api.verification.StartReply;
import dev.codeport.http.api.verification.Written;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The same two, passed through to a sender that makes the codes: nothing is kept here. */
final class PassEndpoints {
  private static final int LONGEST_PHONE = 64;
  private static final int LONGEST_TICKET = 1024;

  private final PassCodes passing;

  PassEndpoints(PassCodes passing) {
    this.passing = passing;
  }

  Reply send(AccountId account, Optional<NetworkAddress> address, Request request) {
    var phone = Fields.closed(request.body(), Set.of("phone")).text("phone", LONGEST_PHONE);
    return switch (passing.passCode(account, phone, address)) {
      case PassCodes.Passed passed ->
          Reply.json(
              200,
              new OtpEndpoints.SentView(passed.ticket().text(), Shown.time(passed.expiresAt())));
      case PassCodes.NotANumber none -> StartReply.notANumber();
      case PassCodes.Blocked blocked -> StartReply.blocked(blocked.finding());
      case PassCodes.PhoneLimited limited -> StartReply.phoneLimited(limited.retryAfter());
      case PassCodes.AddressLimited limited -> StartReply.addressLimited(limited.retryAfter());
      case PassCodes.NoSender none -> StartReply.noSender();
      case PassCodes.NotSent not -> StartReply.notSent(not.last(), Map.of());
    };
  }

  Reply verify(AccountId account, Optional<NetworkAddress> address, Request request) {
    var fields = Fields.closed(request.body(), Set.of("request_id", "code"));
    var ticket = new PassCodes.Ticket(fields.text("request_id", LONGEST_TICKET));
    return Written.code(fields.text("code", LONGEST_PHONE))
        .map(guess -> checked(passing.passGuess(account, ticket, guess)))
        .orElseGet(() -> Problem.MALFORMED_CODE.about("code", "must be 4 to 10 digits"));
  }

  private static Reply checked(PassCodes.Checked result) {
    return switch (result) {
      case PassCodes.Right right -> OtpEndpoints.verified(true);
      case PassCodes.Wrong wrong -> OtpEndpoints.verified(false);
      case PassCodes.Unavailable away -> StartReply.checkUnavailable(away.retryAfter());
    };
  }
}
