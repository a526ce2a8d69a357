package dev.narrative.core.config;

/** A whole number with a unit, such as {@code 64MB}. */
final class Quantity {
    private Quantity() {}

    static long parse(String text, String[] units, long[] factors, String expected) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        String unit = text.substring(digits).trim();
        for (int i = 0; i < units.length; i++) {
            if (digits > 0 && units[i].equals(unit)) {
                return multiply(text.substring(0, digits), factors[i], expected);
            }
        }
        throw new IllegalArgumentException("must be " + expected);
    }

    private static long multiply(String digits, long factor, String expected) {
        try {
            return Math.multiplyExact(Long.parseLong(digits), factor);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException("is too large; must be " + expected, e);
        }
    }
}
