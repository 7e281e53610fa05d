package dev.codeport.domain.webhook;

/**
 * A delivery that was handed to one worker.
 *
 * @param attempts how many attempts there were in all, ever
 * @param fence what the worker shows when it records: another is given with every handing out
 */
public record Claimed(Delivery delivery, Endpoint endpoint, int attempts, int fence) {}
