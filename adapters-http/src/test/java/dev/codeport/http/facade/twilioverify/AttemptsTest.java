package dev.codeport.http.facade.twilioverify;

import static dev.codeport.http.GivenVerification.ID;
import static dev.codeport.http.GivenVerification.PHONE;
import static dev.codeport.http.GivenVerification.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.verify.v2.VerificationAttempt;
import com.twilio.rest.verify.v2.VerificationAttempt.Channels;
import com.twilio.rest.verify.v2.VerificationAttempt.ConversionStatus;
import com.twilio.rest.verify.v2.VerificationAttemptReader;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Verifications.Filter;
import dev.codeport.domain.verification.Verifications.Status;
import dev.codeport.http.FakeVerification;
import dev.codeport.http.Given;
import dev.codeport.http.GivenVerification;
import dev.codeport.http.Served;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was sent, as the official SDK for Java lists it. */
class AttemptsTest {
  private final Served served = Served.start();
  private final FakeVerification verification = served.codeport.verification;
  private final TwilioRestClient client = Sdk.client(served, Sdk.ACCOUNT, Served.KEY);

  AttemptsTest() {
    verification.known = List.of(shown(GivenVerification.verified()));
    verification.dispatches = List.of(GivenVerification.dispatch(), GivenVerification.refused());
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void an_attempt_is_what_may_have_gone_to_a_phone() {
    var attempts = read(VerificationAttempt.reader());

    assertEquals(1, attempts.size());
    var attempt = attempts.getFirst();
    assertTrue(attempt.getSid().matches("VL[0-9a-f]{32}"));
    assertEquals(Sdk.ACCOUNT, attempt.getAccountSid());
    assertEquals(Sdk.SERVICE, attempt.getServiceSid());
    assertEquals("VE" + ID, attempt.getVerificationSid());
    assertEquals(Given.NOW, attempt.getDateCreated().toInstant());
    assertEquals(Given.NOW.plusSeconds(5), attempt.getDateUpdated().toInstant());
    assertEquals(Channels.SMS, attempt.getChannel());
    assertEquals(ConversionStatus.CONVERTED, attempt.getConversionStatus());
    assertEquals(
        Map.of("to", PHONE.e164(), "message_status", "delivered"), attempt.getChannelData());
  }

  @Test
  void of_an_approved_verification_the_last_attempt_is_converted() {
    verification.dispatches = List.of(GivenVerification.dispatch(), again());

    var all = read(VerificationAttempt.reader());
    var converted = read(VerificationAttempt.reader().setStatus(ConversionStatus.CONVERTED));

    assertEquals(
        List.of(ConversionStatus.UNCONVERTED, ConversionStatus.CONVERTED),
        all.stream().map(VerificationAttempt::getConversionStatus).toList());
    assertEquals(
        Map.of("to", PHONE.e164(), "message_status", "queued"), all.getLast().getChannelData());
    assertEquals(List.of(all.getLast()), converted);
    assertEquals(
        new Filter(Optional.empty(), Set.of(Status.VERIFIED), Optional.empty()),
        verification.asked.getLast());
  }

  @Test
  void of_one_that_is_open_none_is_converted() {
    verification.known = List.of(shown(GivenVerification.sent()));

    assertEquals(1, read(unconverted()).size());
    assertEquals(
        0, read(VerificationAttempt.reader().setStatus(ConversionStatus.CONVERTED)).size());
  }

  @Test
  void they_are_found_by_verification_service_phone_channel_and_day() {
    var to = VerificationAttempt.reader().setChannelDataTo(PHONE.e164());
    assertEquals(1, read(to).size());
    var asked = assertInstanceOf(Filter.class, verification.asked.getLast());
    assertEquals(Optional.of(PHONE), asked.phone());

    assertEquals(1, read(VerificationAttempt.reader().setVerificationSid("VE" + ID)).size());
    assertEquals(
        0, read(VerificationAttempt.reader().setVerificationSid("VE" + "0".repeat(32))).size());
    assertEquals(1, read(VerificationAttempt.reader().setVerifyServiceSid(Sdk.SERVICE)).size());
    assertEquals(
        0, read(VerificationAttempt.reader().setVerifyServiceSid("VA" + "1".repeat(32))).size());
    assertEquals(1, read(VerificationAttempt.reader().setChannel(Channels.SMS)).size());
    assertEquals(0, read(VerificationAttempt.reader().setChannel(Channels.CALL)).size());
    assertEquals(1, read(since(0)).size());
    assertEquals(0, read(since(1)).size());
  }

  @Test
  void they_are_read_page_by_page() {
    verification.known =
        List.of(shown(GivenVerification.verified()), shown(GivenVerification.sent()));
    var reader = VerificationAttempt.reader().setPageSize(1L).setChannelDataTo(PHONE.e164());

    var first = reader.firstPage(client);
    verification.known = List.of(shown(GivenVerification.verified()));
    var second = reader.nextPage(first, client);

    assertEquals(1, first.getRecords().size());
    assertTrue(first.hasNextPage());
    assertEquals(1, second.getRecords().size());
    assertFalse(second.hasNextPage());
    assertEquals(
        new Filter(Optional.of(PHONE), Set.of(), Optional.of(ID)), verification.asked.getLast());
  }

  @Test
  void a_page_token_that_nobody_gave_and_a_filter_that_there_is_none_for_are_refused() {
    var reader = VerificationAttempt.reader();
    var at = "https://verify.twilio.com/v2/Attempts?PageToken=";

    Sdk.assertFault(400, 60200, () -> reader.getPage(at + "VE" + "0".repeat(32), client));
    Sdk.assertFault(400, 60200, () -> reader.getPage(at + "x", client));
    Sdk.assertFault(
        400, 60200, () -> VerificationAttempt.reader().setCountry("US").firstPage(client));
    Sdk.assertFault(
        400,
        60200,
        () ->
            VerificationAttempt.reader()
                .setDateCreatedBefore(Given.NOW.atZone(ZoneOffset.UTC))
                .firstPage(client));
  }

  private static VerificationAttemptReader unconverted() {
    return VerificationAttempt.reader().setStatus(ConversionStatus.UNCONVERTED);
  }

  private static VerificationAttemptReader since(int seconds) {
    return VerificationAttempt.reader()
        .setDateCreatedAfter(Given.NOW.plusSeconds(seconds).atZone(ZoneOffset.UTC));
  }

  private List<VerificationAttempt> read(VerificationAttemptReader reader) {
    var read = new ArrayList<VerificationAttempt>();
    reader.read(client).forEach(read::add);
    return read;
  }

  /** The answer to it got lost. */
  private static Dispatch again() {
    var first = GivenVerification.dispatch();
    return new Dispatch(
        ID,
        2,
        2,
        first.sender(),
        first.code(),
        ID + "-2",
        Given.NOW.plusSeconds(30),
        Dispatch.State.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty());
  }
}
