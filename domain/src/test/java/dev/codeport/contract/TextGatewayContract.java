package dev.codeport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.SenderProfile;
import dev.codeport.domain.verification.TextGateway;
import dev.codeport.domain.verification.TextMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a {@link TextGateway} must do. */
public interface TextGatewayContract extends SenderContract, ReceiptsContract {
  OneTimeCode CODE = new OneTimeCode("735201");

  /** Whatever one may want to send: each has to arrive as it is. */
  List<String> TEXTS =
      List.of(
          "735201",
          "Your code is 735201.",
          "Your Acme code is 735201.\n\n@acme.example #735201",
          "<#> 735201 is your code\nFA+9qCX9VSu",
          "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà 735201",
          "^{}\\[~]|€ 735201",
          "Ваш код 735201: никому не сообщайте",
          "您的验证码是 735201",
          "رمزك هو 735201",
          "735201 👍🏽👨‍👩‍👧",
          "100% safe + fast & \"cheap\"? a=b&c=d; </text> ]]> \\n"
              + " \\u0041 {to} {text} {{x}} $1 %s %41",
          "  spaces before, two  inside and behind 735201  ",
          "tab\there and a line\nand two\n\n735201",
          "x".repeat(147) + " 735201");

  @Override
  TextGateway sender();

  @Override
  TextGateway hurried();

  /** What of a message arrives: the text itself, unless the service writes it. */
  default String arriving(TextMessage message) {
    return message.text();
  }

  @Override
  default SendResult send(String reference, PhoneNumber to) {
    return sender().deliver(message(reference, to, "Your code is 735201."));
  }

  @Override
  default SendResult sendHurried() {
    return hurried().deliver(message("ref", phone(0), "Your code is 735201."));
  }

  default TextMessage message(String reference, PhoneNumber to, String text) {
    return new TextMessage(reference, to, CODE, text, Duration.ofMinutes(10));
  }

  @Test
  default void texts_arrive_unchanged() {
    for (int i = 0; i < TEXTS.size(); i++) {
      var message = message("ref-" + i, phone(i), TEXTS.get(i));

      accepted(sender().deliver(message));

      assertEquals(List.of(arriving(message)), inbox(phone(i)));
    }
  }

  @Test
  default void it_carries_codes_of_the_lengths_it_says() {
    assertTrue(SenderProfile.ANY_LENGTH.containsAll(sender().profile().codeLengths()));
  }
}
