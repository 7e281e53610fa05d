package dev.codeport.application.verification;

import dev.codeport.domain.verification.CodeOwner;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.OtpSender;
import dev.codeport.domain.verification.SendRequest;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.Sender;
import dev.codeport.domain.verification.TextGateway;
import dev.codeport.domain.verification.TextMessage;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.Verification.Carried;
import dev.codeport.domain.verification.VerificationChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One round of sending: asks one sender after the other until one takes it, or may have.
 *
 * <p>The next one is asked only after a definite no, which is committed before, together with the
 * intent to ask the next. A verdict of fraud ends the round: nobody more permissive is asked. So
 * does an answer that got lost, unless the same sender, asked for the same once more, says that it
 * has it.
 */
final class Sending {
  private final VerificationParts parts;

  Sending(VerificationParts parts) {
    this.parts = parts;
  }

  /**
   * @param open the verification as it is committed, with the first dispatch of the round
   * @param former the handle of who sent his own code in an earlier round
   */
  record Round(
      Verification open,
      Dispatch first,
      List<Sender> senders,
      Optional<OneTimeCode> code,
      Optional<String> appHash,
      Optional<Verification.Theirs> former) {}

  /**
   * @param dispatch the last one, answered, not yet committed
   */
  record Outcome(Dispatch dispatch, SendResult result) {
    Carried carried() {
      return switch (result) {
        case SendResult.Accepted accepted -> carried(accepted.handle());
        case SendResult.Unknown unknown ->
            dispatch.code() == CodeOwner.US ? Carried.ofUs() : Carried.NOTHING;
        case SendResult.Refused refused -> Carried.NOTHING;
        case SendResult.Unavailable away -> Carried.NOTHING;
      };
    }

    private Carried carried(Handle handle) {
      return switch (dispatch.code()) {
        case US -> Carried.ofUs();
        case SENDER -> Carried.of(dispatch.sender(), handle);
      };
    }

    boolean mayHaveGone() {
      return dispatch.state().mayHaveGone();
    }
  }

  Outcome run(Round round) {
    var dispatch = round.first();
    for (int i = 0; ; i++) {
      var sender = round.senders().get(i);
      var asking = dispatch;
      var result = askSurely(sender, () -> ask(sender, round, asking));
      var answered = dispatch.answered(result, parts.clock().instant());
      if (!goesOn(result) || i + 1 == round.senders().size()) {
        return new Outcome(answered, result);
      }
      dispatch = next(round, answered, round.senders().get(i + 1));
    }
  }

  /** Whether the next sender may be asked. */
  static boolean goesOn(SendResult result) {
    return switch (result) {
      case SendResult.Accepted accepted -> false;
      case SendResult.Unknown unknown -> false;
      case SendResult.Unavailable away -> true;
      case SendResult.Refused refused -> refused.reason() != SendResult.Reason.FRAUD;
    };
  }

  private Dispatch next(Round round, Dispatch answered, Sender sender) {
    var now = parts.clock().instant();
    var next =
        Dispatch.asking(
            answered.verification(), answered.ordinal() + 1, answered.round(), sender, now);
    parts
        .verifications()
        .commit(
            VerificationChange.about(round.open(), now).dispatch(answered).dispatch(next).build());
    return next;
  }

  /**
   * After a lost answer the same is asked for once more where that sends nothing twice. Only an
   * acceptance tells then what became of the first: a no may be about the second alone.
   */
  static SendResult askSurely(Sender sender, Supplier<SendResult> asking) {
    var first = asking.get();
    return first instanceof SendResult.Unknown
            && sender.profile().sendsOnce()
            && asking.get() instanceof SendResult.Accepted accepted
        ? accepted
        : first;
  }

  private SendResult ask(Sender sender, Round round, Dispatch dispatch) {
    var result = answer(sender, round, dispatch);
    parts.observer().sendAnswered(sender.profile().id(), result);
    return result;
  }

  private SendResult answer(Sender sender, Round round, Dispatch dispatch) {
    var terms = round.open().terms();
    return switch (sender) {
      case OtpSender makes ->
          makes.send(
              new SendRequest(
                  dispatch.reference(),
                  terms.phone(),
                  terms.channel(),
                  terms.locale(),
                  terms.codeLength(),
                  left(round.open(), dispatch.askedAt()),
                  round.appHash(),
                  terms.address(),
                  round
                      .former()
                      .filter(its -> its.sender().equals(sender.profile().id()))
                      .map(Verification.Theirs::handle)));
      case TextGateway carries -> {
        var code = round.code().orElseThrow();
        yield carries.deliver(
            new TextMessage(
                dispatch.reference(),
                terms.phone(),
                code,
                parts.wording().text(terms.locale(), code, round.appHash()),
                left(round.open(), dispatch.askedAt())));
      }
    };
  }

  private static Duration left(Verification verification, Instant now) {
    return Duration.between(now, verification.terms().expiresAt());
  }
}
