package dev.codeport.domain.fraud;

/**
 * What a rule found.
 *
 * @param rule its name
 * @param value what it saw; never a whole phone number
 * @param threshold against what
 */
public record Finding(String rule, Mode mode, String value, String threshold) {}
