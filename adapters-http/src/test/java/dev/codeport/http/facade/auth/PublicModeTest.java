package dev.codeport.http.facade.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.verification.StartVerification;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.http.Api;
import dev.codeport.http.Given;
import dev.codeport.http.HttpSettings;
import dev.codeport.http.Own;
import dev.codeport.http.Served;
import dev.codeport.http.server.Cidr;
import dev.codeport.http.server.Origins;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two routes without a key, behind a proxy that is believed: this test itself. */
class PublicModeTest {
  private static final AccountId SHOP = new AccountId(9);
  private static final String WANTED = "{\"phone\":\"+14155550100\"}";

  private final Served served =
      Served.start(
          HttpSettings.standard()
              .withAuth(
                  new AuthSettings(
                      new Origins(List.of(Cidr.of("127.0.0.0/8"), Cidr.of("::1"))),
                      Optional.of(
                          new PublicMode(
                              SHOP,
                              Limit.of(10).per(Duration.ofHours(1)),
                              Limit.of(60).per(Duration.ofHours(1)))),
                      false)));
  private final Own stranger = Own.over(served.stranger);

  @BeforeEach
  void open() {
    served.codeport.accounts.put(9, Account.opened(SHOP, "Shop", Given.NOW));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void who_has_no_key_acts_for_the_chosen_account_from_its_own_address() {
    from("198.51.100.1, 203.0.113.7").post("/auth/send-otp", WANTED);

    var command =
        assertInstanceOf(
            StartVerification.Command.class, served.codeport.verification.asked.getFirst());
    assertEquals(SHOP, command.account());
    assertEquals("203.0.113.7", command.address().orElseThrow().toString());
    assertEquals(
        List.of(new LimitKey("otp-public-send", "203.0.113.7")), List.copyOf(served.taken));
  }

  @Test
  void an_ipv6_network_is_one_caller() {
    from("2001:db8:1:2::1").post("/auth/send-otp", WANTED);
    from("2001:db8:1:2:ffff::2").post("/auth/send-otp", WANTED);
    from("2001:db8:1:3::1").post("/auth/verify-otp", "{}");

    assertEquals(served.taken.get(0), served.taken.get(1));
    assertEquals("20010db800010003/64", served.taken.get(2).subject());
    assertEquals("otp-public-check", served.taken.get(2).policy());
  }

  @Test
  void an_address_that_asks_too_often_is_told_when_to_come_back() {
    served.decision = new Decision.Denied(Duration.ofSeconds(90));

    var answer = stranger.post("/auth/send-otp", WANTED);

    assertProblem(answer, 429, "address-limited");
    assertEquals("90", answer.header("Retry-After").orElse(""));
    assertTrue(served.codeport.verification.asked.isEmpty());
  }

  @Test
  void who_shows_a_key_is_whose_it_is() {
    Own.over(served.api).post("/auth/send-otp", WANTED);

    var command =
        assertInstanceOf(
            StartVerification.Command.class, served.codeport.verification.asked.getFirst());
    assertEquals(Given.ACCOUNT, command.account());
    assertEquals(Optional.empty(), command.address());
    assertEquals("http.change", served.taken.getFirst().policy());
  }

  @Test
  void who_shows_a_wrong_key_is_not_let_in() {
    var answer = stranger.with("X-API-Key", "cp_wrong").post("/auth/send-otp", WANTED);

    assertProblem(answer, 401, "unauthorized");
  }

  @Test
  void nothing_is_done_for_an_account_that_is_closed_or_not_there() {
    served.codeport.accounts.put(
        9, new Account(SHOP, "Shop", Given.NOW, true, Set.of(), Optional.empty()));
    assertProblem(stranger.post("/auth/send-otp", WANTED), 401, "unauthorized");

    served.codeport.accounts.clear();
    assertProblem(stranger.post("/auth/send-otp", WANTED), 401, "unauthorized");
  }

  @Test
  void no_other_path_is_open() {
    assertProblem(stranger.post("/api/verifications", WANTED), 401, "unauthorized");
    assertEquals(401, served.stranger.send("POST", "/otp/send", "{}").status());
  }

  private Own from(String forwarded) {
    return stranger.with("X-Forwarded-For", forwarded);
  }

  private static void assertProblem(Api.Answer answer, int status, String type) {
    assertEquals(status, answer.status(), answer.body());
    assertEquals("urn:codeport:problem:" + type, answer.json().get("type").textValue());
  }
}
