package dev.codeport.bootstrap.faultrun;

import java.time.Instant;
import java.util.Optional;

/**
 * A mishap that happened.
 *
 * @param lease the number it was about, by the vendor's id, where there was one
 * @param reference what we call the number that was asked for, where the vendor was told
 */
record Struck(
    Mishap mishap,
    Place place,
    String vendor,
    Optional<String> lease,
    Optional<String> reference,
    Instant at) {}
