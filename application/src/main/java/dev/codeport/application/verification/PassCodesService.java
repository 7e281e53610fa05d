package dev.codeport.application.verification;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import dev.codeport.domain.fraud.Evidence;
import dev.codeport.domain.fraud.NetworkAddress;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.phone.Region;
import dev.codeport.domain.secret.Hmac;
import dev.codeport.domain.verification.CheckResult;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.OtpSender;
import dev.codeport.domain.verification.SendRequest;
import dev.codeport.domain.verification.SendResult;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

final class PassCodesService implements PassCodes {
  private static final Splitter DOTS = Splitter.on('.');
  private static final int TAG_BYTES = 16;

  private final VerificationParts parts;
  private final Allowance allowance;
  private final Hmac signer;
  private final List<OtpSender> senders;

  PassCodesService(VerificationParts parts) {
    this.parts = parts;
    this.allowance = new Allowance(parts);
    this.signer = parts.keyring().hmac(parts.keyring().currentKey(), "otp.ticket");
    this.senders =
        parts.senders().all().stream()
            .filter(OtpSender.class::isInstance)
            .map(OtpSender.class::cast)
            .toList();
  }

  @Override
  public Sent passCode(AccountId account, String phone, Optional<NetworkAddress> address) {
    return parts
        .plan()
        .parse(phone)
        .map(number -> judge(account, number, address))
        .orElseGet(NotANumber::new);
  }

  private Sent judge(AccountId account, PhoneNumber phone, Optional<NetworkAddress> address) {
    var now = parts.clock().instant();
    var described = parts.plan().describe(phone);
    var judgement =
        parts
            .fraud()
            .judge(
                new Evidence(phone, described, Channel.SMS, address, parts.lists().entries(now)));
    var blocking = judgement.blocking();
    if (blocking.isPresent()) {
      parts.observer().sendBlocked(blocking.get().rule());
      return new Blocked(blocking.get());
    }
    var serving = described.region().map(this::serving).orElse(List.of());
    return serving.isEmpty() ? new NoSender() : limit(account, phone, address, serving, now);
  }

  private List<OtpSender> serving(Region region) {
    return senders.stream()
        .filter(each -> each.profile().serves(Channel.SMS, region, parts.rules().codeLength()))
        .toList();
  }

  private Sent limit(
      AccountId account,
      PhoneNumber phone,
      Optional<NetworkAddress> address,
      List<OtpSender> serving,
      Instant now) {
    var reference = VerificationId.random(parts.random()).hex();
    return switch (allowance.take(account, phone, address, reference)) {
      case Allowance.PhoneDenied denied -> new PhoneLimited(denied.retryAfter());
      case Allowance.AddressDenied denied -> new AddressLimited(denied.retryAfter());
      case Allowance.Taken taken -> {
        var sent = send(account, request(reference, phone, address), serving, now);
        if (sent instanceof NotSent none && !(none.last() instanceof SendResult.Unknown)) {
          taken.giveBack();
        }
        yield sent;
      }
    };
  }

  private SendRequest request(
      String reference, PhoneNumber phone, Optional<NetworkAddress> address) {
    return new SendRequest(
        reference,
        phone,
        Channel.SMS,
        Locale.ENGLISH,
        parts.rules().codeLength(),
        parts.rules().life(),
        Optional.empty(),
        address.map(Object::toString),
        Optional.empty());
  }

  private Sent send(AccountId account, SendRequest request, List<OtpSender> serving, Instant now) {
    SendResult last = new SendResult.Unavailable(Optional.empty(), "nobody was asked");
    for (var sender : serving) {
      last = Sending.askSurely(sender, () -> ask(sender, request));
      if (last instanceof SendResult.Accepted accepted) {
        return new Passed(
            ticket(account, sender.profile().id(), accepted.handle()),
            accepted.expiresAt().orElseGet(() -> now.plus(request.life())));
      }
      if (!Sending.goesOn(last)) {
        break;
      }
    }
    return new NotSent(last);
  }

  private SendResult ask(OtpSender sender, SendRequest request) {
    var result = sender.send(request);
    parts.observer().sendAnswered(sender.profile().id(), result);
    return result;
  }

  @Override
  public Checked passGuess(AccountId account, Ticket ticket, OneTimeCode guess) {
    var checked =
        opened(account, ticket).<Checked>map(known -> check(known, guess)).orElseGet(Wrong::new);
    parts.observer().guessChecked(checked.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    return checked;
  }

  private Checked check(Known known, OneTimeCode guess) {
    return switch (known.sender().check(known.handle(), guess)) {
      case CheckResult.Right right -> new Right();
      case CheckResult.Wrong wrong -> new Wrong();
      case CheckResult.UsedUp used -> new Wrong();
      case CheckResult.Gone gone -> new Wrong();
      case CheckResult.Unavailable away -> new Unavailable(away.retryAfter());
      case CheckResult.Unknown unknown -> new Unavailable(Optional.empty());
    };
  }

  private record Known(OtpSender sender, Handle handle) {}

  /** The sender's name, its handle, and a tag over both and the account. */
  private Ticket ticket(AccountId account, SenderId sender, Handle handle) {
    var encoded =
        Base64.getUrlEncoder().withoutPadding().encodeToString(handle.value().getBytes(UTF_8));
    return new Ticket(sender + "." + encoded + "." + tag(account, sender + "." + encoded));
  }

  private Optional<Known> opened(AccountId account, Ticket ticket) {
    var pieces = DOTS.splitToList(ticket.text());
    if (pieces.size() != 3) {
      return Optional.empty();
    }
    var expected = tag(account, pieces.get(0) + "." + pieces.get(1)).getBytes(US_ASCII);
    return MessageDigest.isEqual(expected, pieces.get(2).getBytes(UTF_8))
        ? senders.stream()
            .filter(each -> each.profile().id().value().equals(pieces.get(0)))
            .findFirst()
            .map(sender -> new Known(sender, handle(pieces.get(1))))
        : Optional.empty();
  }

  private static Handle handle(String encoded) {
    return new Handle(new String(Base64.getUrlDecoder().decode(encoded), UTF_8));
  }

  private String tag(AccountId account, String signed) {
    var whole = signer.sign((account + ":" + signed).getBytes(US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, TAG_BYTES));
  }
}
