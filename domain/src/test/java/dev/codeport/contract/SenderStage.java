package dev.codeport.contract;

import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.Receipt;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.SendResult.Reason;
import dev.codeport.domain.verification.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Where the sender under test comes from, and its far side with it: a fake of the service that
 * keeps books of its own. All of it is fresh for each test and the same throughout one.
 */
public interface SenderStage {
  Sender sender();

  /** The same account, in the hands of somebody who waits for two seconds at the most. */
  Sender hurried();

  /** A phone that can be reached; another one for every number from 0 to 99. */
  default PhoneNumber phone(int which) {
    return PhoneNumber.ofDigits("4477009001" + (which < 10 ? "0" : "") + which);
  }

  /** What a phone got, oldest first. */
  List<String> inbox(PhoneNumber phone);

  /** What the service tells apart when it refuses. */
  Set<Reason> reasons();

  /** The next send is refused for this reason, and nothing sent. */
  void refuseNext(Reason reason);

  /** The next request is turned away as one too many at once, and not carried out. */
  void turnAwayNext();

  /** The next request is not carried out, and answered so. */
  void sayNext(int status, String body);

  /** The next request is carried out, and its answer lost. */
  void loseNextAnswer();

  /** The next request is carried out, and its answer is something else entirely. */
  void garbleNextAnswer();

  /** The next request is carried out, and its answer does not come while anybody waits. */
  void holdNextAnswer();

  /** From now on nobody is there. */
  void fallSilent();

  /** Moves the clock of both sides. */
  void advance(Duration time);

  /** What that clock shows. */
  Instant now();

  /** What the service tells of what it took; nothing when it never calls. */
  Set<Receipt.Status> told();

  /** How it tells it. */
  Callback callback(Handle handle, Receipt.Status status);

  /** The same from somebody who would like to be it. */
  List<Callback> forgeries(Handle handle, Receipt.Status status);

  /** Has something sent. */
  SendResult send(String reference, PhoneNumber to);

  /** A handle of the form that the service gives, and which it never gave. */
  Handle stranger();

  /** Has something sent that is taken. */
  default SendResult.Accepted accepted(String reference, PhoneNumber to) {
    return accepted(send(reference, to));
  }

  default SendResult.Accepted accepted(SendResult result) {
    if (result instanceof SendResult.Accepted accepted) {
      return accepted;
    }
    throw new AssertionError("not taken but " + result);
  }
}
