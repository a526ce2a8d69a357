package dev.narrative.model.tree;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Durations, counts and costs in few characters, the same in every locale. */
public final class Quantities {
    private Quantities() {}

    /** Three digits and a unit: {@code 850ns}, {@code 1.20ms}, {@code 8.41s}, {@code 2m05s}, {@code 1h02m}. */
    public static String duration(long nanos, boolean ascii) {
        if (nanos < 1_000) {
            return Math.max(0, nanos) + "ns";
        }
        if (nanos < 999_500) {
            return threeDigits(nanos, 1_000) + (ascii ? "us" : "µs");
        }
        if (nanos < 999_500_000) {
            return threeDigits(nanos, 1_000_000) + "ms";
        }
        if (nanos < 59_950_000_000L) {
            return threeDigits(nanos, 1_000_000_000) + "s";
        }
        long seconds = (nanos + 500_000_000) / 1_000_000_000;
        if (seconds < 3_600) {
            return seconds / 60 + "m" + twoDigits(seconds % 60) + "s";
        }
        return seconds / 3_600 + "h" + twoDigits(seconds / 60 % 60) + "m";
    }

    /** {@code 310}, {@code 1.9k}, {@code 12.1k}, {@code 3.4M}. */
    public static String count(long count) {
        if (count < 1_000) {
            return Long.toString(count);
        }
        boolean millions = count >= 999_950;
        long tenths = (count + (millions ? 50_000 : 50)) / (millions ? 100_000 : 100);
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + (millions ? "M" : "k");
    }

    /** US dollars with four decimals, with two from ten dollars on, and with two digits that count below a tenth of a cent. */
    public static String cost(double dollars) {
        if (!Double.isFinite(dollars)) {
            return "$?";
        }
        BigDecimal exact = BigDecimal.valueOf(dollars);
        boolean tiny = dollars != 0 && Math.abs(dollars) < 0.001;
        BigDecimal rounded = tiny
                ? exact.round(new MathContext(2, RoundingMode.HALF_UP))
                : exact.setScale(Math.abs(dollars) >= 10 ? 2 : 4, RoundingMode.HALF_UP);
        return "$" + rounded.toPlainString();
    }

    private static String threeDigits(long value, long unit) {
        long hundredths = (value + unit / 200) / (unit / 100);
        if (hundredths < 1_000) {
            return hundredths / 100 + "." + twoDigits(hundredths % 100);
        }
        long tenths = (value + unit / 20) / (unit / 10);
        if (tenths < 1_000) {
            return tenths / 10 + "." + tenths % 10;
        }
        return Long.toString((value + unit / 2) / unit);
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
