package dev.codeport.provider.handlerapi;

import com.google.common.hash.Hashing;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseNews.State;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.UpstreamSms;
import dev.codeport.provider.handlerapi.HandlerApiDialect.TextSource;
import dev.codeport.provider.handlerapi.HandlerApiFaults.Meaning;
import dev.codeport.provider.handlerapi.HandlerApiWire.Sms;
import dev.codeport.provider.kit.Deadline;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks how one lease stands, and for its texts where the dialect has them. */
final class Inquiry {
  private static final Set<Meaning> FOR_ALL = Set.of(Meaning.TURNED_AWAY, Meaning.ACCOUNT);

  private final Vendor vendor;

  Inquiry(Vendor vendor) {
    this.vendor = vendor;
  }

  Word ask(Deadline deadline, LeaseRef lease) {
    var texts = vendor.dialect().texts();
    var action = texts == TextSource.STATUS_V2 ? "getStatusV2" : "getStatus";
    Map<String, String> parameters =
        texts == TextSource.FULL_TEXT
            ? Map.of("id", lease.id(), "full_text", "1")
            : Map.of("id", lease.id());
    var said = vendor.client().ask(deadline, action, parameters);
    return switch (said) {
      case Said.Document document -> open(HandlerApiWire.smsOfStatus(document.json()));
      case Said.Token token -> understand(deadline, lease, token);
      case Said.Garbage garbage -> nothing(garbage);
      case Said.NotHeard no ->
          new Word.Nothing(no.reason(), no.retryAfter(), no.retryAfter().isPresent());
      case Said.NotAnswered no -> new Word.Nothing(no.reason(), Optional.empty(), false);
    };
  }

  private Word understand(Deadline deadline, LeaseRef lease, Said.Token token) {
    return switch (token.name()) {
      // The argument of WAIT_RETRY is the code before: it must never be taken for the next.
      case "STATUS_WAIT_CODE", "STATUS_WAIT_RETRY", "STATUS_WAIT_RESEND" -> open(List.of());
      case "STATUS_OK", "FULL_SMS" -> received(deadline, lease, token);
      case "STATUS_CANCEL", "ACCESS_CANCEL" -> new Word.Ended();
      // A status nobody has heard of is no end: the number is still ours.
      default -> token.name().startsWith("STATUS_") ? open(List.of()) : fault(token);
    };
  }

  private static Word fault(Said.Token token) {
    var meaning = HandlerApiFaults.of(token);
    if (meaning == Meaning.NO_ACTIVATION) {
      return new Word.News(new LeaseNews(State.UNKNOWN, List.of()));
    }
    return meaning == Meaning.CANCELED || meaning == Meaning.WRONG_STATE
        ? new Word.Ended()
        : new Word.Nothing(token.name(), token.retryAfter(), FOR_ALL.contains(meaning));
  }

  private static Word nothing(Said.Garbage garbage) {
    var meaning = HandlerApiFaults.ofStatus(garbage.status());
    return new Word.Nothing(garbage.toString(), garbage.retryAfter(), FOR_ALL.contains(meaning));
  }

  private Word received(Deadline deadline, LeaseRef lease, Said.Token token) {
    return switch (vendor.dialect().texts()) {
      case STATUS, FULL_TEXT, STATUS_V2 -> open(List.of(Sms.of(token.argument())));
      case FULL_SMS -> fullText(deadline, lease);
      case ALL_SMS -> allTexts(deadline, lease);
    };
  }

  private Word fullText(Deadline deadline, LeaseRef lease) {
    var said = vendor.client().ask(deadline, "getFullSms", Map.of("id", lease.id()));
    return said instanceof Said.Token token && token.is("FULL_SMS")
        ? open(List.of(Sms.of(token.argument())))
        : new Word.Nothing("no text: " + said, Optional.empty(), false);
  }

  private Word allTexts(Deadline deadline, LeaseRef lease) {
    var parameters = Map.of("id", lease.id(), "size", "100");
    return vendor.client().ask(deadline, "getAllSms", parameters) instanceof Said.Document document
        ? open(HandlerApiWire.allSms(document.json()))
        : new Word.Nothing("its texts could not be read", Optional.empty(), false);
  }

  private Word open(List<Sms> sms) {
    var messages = sms.stream().filter(each -> !each.isEmpty()).map(this::message).toList();
    return new Word.News(new LeaseNews(State.OPEN, messages));
  }

  /** The vendor's id of the message is its key; without one, text and time make it. */
  UpstreamSms message(Sms sms) {
    var text = sms.text().or(sms::code).orElse("");
    var key = sms.id().orElseGet(() -> hash(text, sms.at().orElse("")));
    return new UpstreamSms(key, text, sms.code(), sms.at().flatMap(vendor::time));
  }

  private static String hash(String text, String time) {
    return Hashing.sha256()
        .newHasher()
        .putString(text, StandardCharsets.UTF_8)
        .putByte((byte) 0)
        .putString(time, StandardCharsets.UTF_8)
        .hash()
        .toString()
        .substring(0, 32);
  }
}
