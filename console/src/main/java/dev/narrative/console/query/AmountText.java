package dev.narrative.console.query;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A number with its unit, as people write them: {@code 1.5GB}, {@code 250 ms}. */
final class AmountText {
    private AmountText() {}

    /** So many of the smallest unit, rounded down; {@code null} where the text is no such amount, or too large. */
    static @Nullable Long parse(String text, Map<String, Long> units) {
        int digits = 0;
        while (digits < text.length() && (Character.isDigit(text.charAt(digits)) || text.charAt(digits) == '.')) {
            digits++;
        }
        Long unit = units.get(text.substring(digits).trim());
        if (unit == null || digits == 0) {
            return null;
        }
        try {
            return new BigDecimal(text.substring(0, digits))
                    .multiply(BigDecimal.valueOf(unit))
                    .toBigInteger()
                    .longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }
}
