package dev.narrative.model.prices;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When a price holds, in UTC; {@code null} where there is no limit.
 *
 * @param from the first day
 * @param until the day on which it no longer holds
 * @param hours the part of each day
 */
record Validity(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Hours hours) {
    static final Validity ALWAYS = new Validity(null, null, null);

    private static final long DAY_MILLIS = 86_400_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    boolean holds(long epochMillis) {
        return (from == null || epochMillis >= startOf(from))
                && (until == null || epochMillis < startOf(until))
                && (hours == null || hours.has(Math.floorMod(epochMillis, DAY_MILLIS)));
    }

    /** In words, {@code from 2027-01-01, 00:30-16:30}; empty for always. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append(from == null ? "" : "from " + from + ", ");
        text.append(until == null ? "" : "until " + until + ", ");
        text.append(hours == null ? "" : hours.start() + "-" + hours.end() + ", ");
        return text.length() == 0 ? "" : text.substring(0, text.length() - 2);
    }

    private static long startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /**
     * A part of the day, which may go past midnight.
     *
     * @param start the first moment
     * @param end the moment at which it is over
     */
    record Hours(LocalTime start, LocalTime end) {
        /** Reads {@code 00:30-16:30}; anything else gives a {@link java.time.format.DateTimeParseException}. */
        static Hours parse(String text) {
            int dash = text.indexOf('-');
            String start = dash < 0 ? text : text.substring(0, dash);
            return new Hours(
                    LocalTime.parse(start.strip()),
                    LocalTime.parse(text.substring(dash + 1).strip()));
        }

        boolean has(long millisOfDay) {
            long from = start.toNanoOfDay() / NANOS_PER_MILLI;
            long to = end.toNanoOfDay() / NANOS_PER_MILLI;
            return from <= to ? millisOfDay >= from && millisOfDay < to : millisOfDay >= from || millisOfDay < to;
        }
    }
}
