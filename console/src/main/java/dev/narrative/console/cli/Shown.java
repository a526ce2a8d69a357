package dev.narrative.console.cli;

import dev.narrative.model.tree.Quantities;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as people and as programs read them. */
final class Shown {
    static final String NOTHING = "-";

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private Shown() {}

    static Instant instant(long epochNanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(epochNanos, NANOS_PER_SECOND), Math.floorMod(epochNanos, NANOS_PER_SECOND));
    }

    /** How long ago, in one unit: {@code 12s}, {@code 3m}, {@code 5h}, {@code 2d}; the date beyond a hundred days. */
    static String age(long epochNanos, Instant now) {
        long seconds = Math.max(0, now.getEpochSecond() - Math.floorDiv(epochNanos, NANOS_PER_SECOND));
        if (seconds < 60) {
            return seconds + "s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + "m";
        }
        if (seconds < 86_400) {
            return seconds / 3_600 + "h";
        }
        return seconds < 100 * 86_400L
                ? seconds / 86_400 + "d"
                : instant(epochNanos).toString().substring(0, 10);
    }

    /** Milliseconds with all the digits that there are. */
    static String millis(long nanos) {
        return BigDecimal.valueOf(nanos, 6).stripTrailingZeros().toPlainString();
    }

    static String text(@Nullable String text) {
        return text == null || text.isEmpty() ? NOTHING : text;
    }

    static String plain(@Nullable String text) {
        return text == null ? "" : text;
    }

    static String tokens(long input, long output, Terminal terminal) {
        if (input == 0 && output == 0) {
            return NOTHING;
        }
        return Quantities.count(input) + terminal.arrow() + Quantities.count(output);
    }

    static String cost(@Nullable Double dollars) {
        return dollars == null ? NOTHING : Quantities.cost(dollars);
    }

    static String plainCost(@Nullable Double dollars) {
        return dollars == null ? "" : BigDecimal.valueOf(dollars).toPlainString();
    }

    /** A part of a whole with one decimal, without its sign. */
    static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f", part * 100);
    }

    static String count(long count) {
        return count == 0 ? NOTHING : Quantities.count(count);
    }
}
