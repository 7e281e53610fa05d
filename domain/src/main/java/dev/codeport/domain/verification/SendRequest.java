package dev.codeport.domain.verification;

import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.phone.PhoneNumber;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What a service that makes its own codes is asked for.
 *
 * @param reference our unique name for this send; the same when the same send is asked for again
 * @param life how long the code should be good for
 * @param appHash of the Android app that reads the SMS by itself, 11 characters
 * @param address of the person who wants the code, as far as it is known, in text form
 * @param former what the same service answered to the last send of the same verification
 */
public record SendRequest(
    String reference,
    PhoneNumber to,
    Channel channel,
    Locale locale,
    int codeLength,
    Duration life,
    Optional<String> appHash,
    Optional<String> address,
    Optional<Handle> former) {}
