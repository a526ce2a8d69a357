package dev.narrative.export.delivery;

import dev.narrative.core.config.Settings;
import dev.narrative.core.export.ExporterSetup;
import org.jspecify.annotations.Nullable;

/**
 * What an outbox is for.
 *
 * @param destination the exporter's name
 * @param address where it goes, for the messages
 * @param retry how long a destination that is down is left alone
 * @param spool where what can't be sent is kept, {@code null} for nowhere
 * @param sinceMillis from when on ended spans are meant for the destination
 * @param journaled whether this process writes its spans to a journal, too
 */
public record OutboxOptions(
        String destination,
        String address,
        RetryPolicy retry,
        @Nullable SpoolOptions spool,
        long sinceMillis,
        boolean journaled) {

    /** The options of a destination by the configuration. */
    public static OutboxOptions of(ExporterSetup setup, String destination, String address) {
        return new OutboxOptions(
                destination,
                address,
                RetryPolicy.STANDARD,
                SpoolOptions.of(setup.config(), destination),
                setup.sinceMillis(),
                setup.config().get(Settings.EXPORTERS).contains("journal"));
    }
}
