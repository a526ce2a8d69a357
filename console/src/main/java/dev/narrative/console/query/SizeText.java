package dev.narrative.console.query;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Amounts of bytes as people write and read them; a thousand bytes are a kilobyte. */
public final class SizeText {
    private static final Map<String, Long> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("b", 1L);
        UNITS.put("kb", 1_000L);
        UNITS.put("mb", 1_000_000L);
        UNITS.put("gb", 1_000_000_000L);
        UNITS.put("tb", 1_000_000_000_000L);
    }

    private SizeText() {}

    /** Bytes of {@code 500MB}, {@code 1.5GB}; what is none is said in an {@link IllegalArgumentException}. */
    public static long bytes(String text) {
        Long amount = AmountText.parse(text.toLowerCase(Locale.ROOT), UNITS);
        if (amount != null) {
            return amount;
        }
        throw new IllegalArgumentException("'" + text + "' is no size; write it as 500MB or 2GB");
    }

    /** Three digits at most and a unit. */
    public static String text(long bytes) {
        String unit = "B";
        long size = 1;
        for (Map.Entry<String, Long> candidate : UNITS.entrySet()) {
            if (bytes >= candidate.getValue()) {
                unit = candidate.getKey().toUpperCase(Locale.ROOT);
                size = candidate.getValue();
            }
        }
        double amount = (double) bytes / size;
        return (size == 1 || amount >= 100
                        ? Long.toString(Math.round(amount))
                        : String.format(Locale.ROOT, "%.1f", amount))
                + " " + unit;
    }
}
