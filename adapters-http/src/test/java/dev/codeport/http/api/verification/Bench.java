package dev.codeport.http.api.verification;

import static dev.codeport.http.GivenVerification.ID;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.http.Api;
import dev.codeport.http.FakeVerification;
import dev.codeport.http.Own;
import dev.codeport.http.Served;
import org.junit.jupiter.api.AfterEach;

/** Our own API over verifications that are made up; every answer is held against its document. */
abstract class Bench {
  static final String ALL = "/api/verifications";
  static final String ONE = ALL + "/" + ID;

  private final Served served = Served.start();
  final FakeVerification verification = served.codeport.verification;
  final Own api = Own.over(served.api);

  @AfterEach
  void stop() {
    served.close();
  }

  static void assertProblem(Api.Answer answer, int status, String type) {
    assertEquals(status, answer.status(), answer.body());
    assertEquals("urn:codeport:problem:" + type, answer.json().get("type").textValue());
  }
}
