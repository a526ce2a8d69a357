package dev.narrative.console.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Durations and moments as people write them; what is neither is said in an {@link IllegalArgumentException}. */
public final class TimeText {
    private static final Map<String, Long> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("ns", 1L);
        UNITS.put("us", 1_000L);
        UNITS.put("µs", 1_000L);
        UNITS.put("ms", 1_000_000L);
        UNITS.put("s", 1_000_000_000L);
        UNITS.put("m", 60_000_000_000L);
        UNITS.put("h", 3_600_000_000_000L);
        UNITS.put("d", 86_400_000_000_000L);
    }

    private TimeText() {}

    /** Nanoseconds of {@code 250ms}, {@code 1.5s}, {@code 2h}. */
    public static long durationNanos(String text) {
        Long amount = AmountText.parse(text, UNITS);
        if (amount != null) {
            return amount;
        }
        throw new IllegalArgumentException("'" + text + "' is no duration; write it as 250ms, 1.5s, 10m, 2h or 7d");
    }

    /**
     * Nanoseconds since the epoch of a moment: {@code 2h} before now, a date, a date with a time, or an instant with
     * its offset.
     */
    public static long momentNanos(String text, Instant now, ZoneId zone) {
        if (!text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1)) && text.indexOf('T') < 0) {
            return epochNanos(now) - durationNanos(text);
        }
        try {
            if (text.length() == 10) {
                return epochNanos(LocalDate.parse(text).atStartOfDay(zone).toInstant());
            }
            String iso = text.replace(' ', 'T');
            int time = iso.indexOf('T');
            boolean offset = iso.endsWith("Z") || iso.indexOf('+', time) > 0 || iso.indexOf('-', time) > 0;
            return epochNanos(
                    offset
                            ? OffsetDateTime.parse(iso).toInstant()
                            : LocalDateTime.parse(iso).atZone(zone).toInstant());
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is no moment; write it as 1h (ago), 2026-11-21, 2026-11-21T14:30 or 2026-11-21T14:30:00Z",
                    e);
        }
    }

    private static long epochNanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }
}
