package dev.codeport.provider.twilioverify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The fake's verifications and phones. What it refuses, it refuses with Twilio's codes. */
final class Books {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int MOST = 5;

  private final InstantSource clock;
  private final Random random = new Random(11);
  private final Map<String, Verification> bySid = new HashMap<>();
  private final Map<String, Verification> byNumber = new HashMap<>();
  private final Map<String, List<String>> inboxes = new HashMap<>();
  private final Set<String> busy = new HashSet<>();

  static final class Verification {
    final String sid;
    final String to;
    final String code;
    final Instant createdAt;
    String status = "pending";
    int sends;
    int checks;

    Verification(String sid, String to, String code, Instant createdAt) {
      this.sid = sid;
      this.to = to;
      this.code = code;
      this.createdAt = createdAt;
    }
  }

  /** An answer that is no verification. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    final int code;

    Refusal(int code) {
      super("" + code);
      this.code = code;
    }
  }

  Books(InstantSource clock) {
    this.clock = clock;
  }

  synchronized List<String> inbox(String phone) {
    return List.copyOf(inboxes.getOrDefault(phone, List.of()));
  }

  /** While it is, everything else about the number is refused. */
  synchronized void setBusy(String number, boolean so) {
    if (so) {
      busy.add(number);
    } else {
      busy.remove(number);
    }
  }

  /** Asked again within its life, the same code goes out under the same name. */
  synchronized Verification send(String to, String channel) throws Refusal {
    if (!to.matches("\\+[1-9]\\d{6,14}")) {
      throw new Refusal(60200);
    }
    if (!Set.of("sms", "call", "whatsapp").contains(channel)) {
      throw new Refusal(60204);
    }
    refuseIfBusy(to);
    var verification =
        Optional.ofNullable(byNumber.get(to)).filter(this::isOpen).orElseGet(() -> begin(to));
    if (verification.checks >= MOST) {
      throw new Refusal(60202);
    }
    if (verification.sends >= MOST) {
      throw new Refusal(60203);
    }
    verification.sends++;
    inboxes
        .computeIfAbsent(to, number -> new ArrayList<>())
        .add("Your Acme verification code is: " + verification.code);
    return verification;
  }

  synchronized Verification check(String sid, String code) throws Refusal {
    var verification = bySid.get(sid);
    if (verification == null || !isOpen(verification)) {
      throw new Refusal(20404);
    }
    refuseIfBusy(verification.to);
    if (verification.checks >= MOST) {
      throw new Refusal(60202);
    }
    verification.checks++;
    if (verification.code.equals(code)) {
      verification.status = "approved";
    }
    return verification;
  }

  private void refuseIfBusy(String number) throws Refusal {
    if (busy.contains(number)) {
      throw new Refusal(60212);
    }
  }

  private boolean isOpen(Verification verification) {
    return verification.status.equals("pending")
        && clock.instant().isBefore(verification.createdAt.plus(LIFE));
  }

  private Verification begin(String to) {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    var begun =
        new Verification(
            "VE" + HexFormat.of().formatHex(bytes),
            to,
            String.format("%06d", random.nextInt(1_000_000)),
            clock.instant());
    bySid.put(begun.sid, begun);
    byNumber.put(to, begun);
    return begun;
  }
}
