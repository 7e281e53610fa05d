package dev.codeport.postgres;

import dev.codeport.domain.code.Code;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import java.util.Optional;

/**
 * What leaves for the database closed. Each kind has a place of its own: elsewhere it won't open.
 */
final class Seals {
  private static final String PHONE = "order.phone";
  private static final String CODE = "sms.code";
  private static final String TEXT = "sms.text";
  private static final String SMS_KEY = "sms.key";
  private static final String WEBHOOK_SECRET = "webhook.secret";
  private static final String WEBHOOK_HEADERS = "webhook.headers";
  private static final String WEBHOOK_ANSWER = "webhook.answer";
  private static final String IDEMPOTENCY_KEY = "idempotency.key";
  private static final String VERIFICATION_PHONE = "verification.phone";
  private static final String VERIFICATION_ADDRESS = "verification.address";
  private static final String JUDGEMENT = "verification.judgement";
  private static final String LIST_SUBJECT = "list.subject";
  private static final String LIST_REASON = "list.reason";
  private static final String ACT_ADDRESS = "act.address";
  private static final String ACT_DETAIL = "act.detail";

  private final Keyring keyring;

  Seals(Keyring keyring) {
    this.keyring = keyring;
  }

  String phone(PhoneNumber phone) {
    return keyring.seal(PHONE, phone.e164());
  }

  PhoneNumber phone(String sealed) {
    return new PhoneNumber(keyring.open(PHONE, sealed));
  }

  Optional<String> code(Optional<Code> code) {
    return code.map(c -> keyring.seal(CODE, c.value()));
  }

  Code code(String sealed) {
    return new Code(keyring.open(CODE, sealed));
  }

  String text(String text) {
    return keyring.seal(TEXT, text);
  }

  String openText(String sealed) {
    return keyring.open(TEXT, sealed);
  }

  String smsKey(String key) {
    return keyring.seal(SMS_KEY, key);
  }

  String openSmsKey(String sealed) {
    return keyring.open(SMS_KEY, sealed);
  }

  /** By which a second message with the same key is recognised. */
  String smsKeyHash(String key) {
    return keyring.hash(SMS_KEY, key);
  }

  Optional<String> secret(Optional<Secret> secret) {
    return secret.map(s -> keyring.seal(WEBHOOK_SECRET, s.reveal()));
  }

  Secret secret(String sealed) {
    return Secret.of(keyring.open(WEBHOOK_SECRET, sealed));
  }

  String headers(String lines) {
    return keyring.seal(WEBHOOK_HEADERS, lines);
  }

  String openHeaders(String sealed) {
    return keyring.open(WEBHOOK_HEADERS, sealed);
  }

  /** How a receiver answered: it may have repeated what was sent. */
  String answer(String text) {
    return keyring.seal(WEBHOOK_ANSWER, text);
  }

  String openAnswer(String sealed) {
    return keyring.open(WEBHOOK_ANSWER, sealed);
  }

  String keyHash(IdempotencyKey key) {
    return keyring.hash(IDEMPOTENCY_KEY, key.value());
  }

  String verificationPhone(PhoneNumber phone) {
    return keyring.seal(VERIFICATION_PHONE, phone.e164());
  }

  PhoneNumber openVerificationPhone(String sealed) {
    return new PhoneNumber(keyring.open(VERIFICATION_PHONE, sealed));
  }

  /** By which what belongs to a phone is found. */
  String phoneHash(PhoneNumber phone) {
    return keyring.hash(VERIFICATION_PHONE, phone.e164());
  }

  String address(String address) {
    return keyring.seal(VERIFICATION_ADDRESS, address);
  }

  String openAddress(String sealed) {
    return keyring.open(VERIFICATION_ADDRESS, sealed);
  }

  /** Why a rule was against it may name somebody. */
  String judgement(String text) {
    return keyring.seal(JUDGEMENT, text);
  }

  String openJudgement(String sealed) {
    return keyring.open(JUDGEMENT, sealed);
  }

  /** A line of a list may be about a number. */
  String subject(String subject) {
    return keyring.seal(LIST_SUBJECT, subject);
  }

  String openSubject(String sealed) {
    return keyring.open(LIST_SUBJECT, sealed);
  }

  String subjectHash(String subject) {
    return keyring.hash(LIST_SUBJECT, subject);
  }

  String actAddress(String address) {
    return keyring.seal(ACT_ADDRESS, address);
  }

  String openActAddress(String sealed) {
    return keyring.open(ACT_ADDRESS, sealed);
  }

  /** What the operator did may name a number. */
  String actDetail(String detail) {
    return keyring.seal(ACT_DETAIL, detail);
  }

  String openActDetail(String sealed) {
    return keyring.open(ACT_DETAIL, sealed);
  }

  String reason(String reason) {
    return keyring.seal(LIST_REASON, reason);
  }

  String openReason(String sealed) {
    return keyring.open(LIST_REASON, sealed);
  }
}
