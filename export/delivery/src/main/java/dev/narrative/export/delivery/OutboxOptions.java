package dev.narrative.export.delivery;

import dev.narrative.core.config.AgentConfig;
import org.jspecify.annotations.Nullable;

/**
 * What an outbox is for.
 *
 * @param destination the exporter's name
 * @param address where it goes, for the messages
 * @param retry how long a destination that is down is left alone
 * @param spool where what can't be sent is kept, {@code null} for nowhere
 */
public record OutboxOptions(
        String destination,
        String address,
        RetryPolicy retry,
        @Nullable SpoolOptions spool) {

    /** The options of a destination by the configuration. */
    public static OutboxOptions of(AgentConfig config, String destination, String address) {
        return new OutboxOptions(destination, address, RetryPolicy.STANDARD, SpoolOptions.of(config, destination));
    }
}
