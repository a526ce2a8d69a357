package dev.narrative.model.json;

/** A number, kept in the digits that it came in. */
final class JsonNumber extends JsonValue {
    private static final int SAFE_DIGITS = 18;

    private final String digits;

    JsonNumber(String digits) {
        this.digits = digits;
    }

    @Override
    public double decimal(double otherwise) {
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }

    @Override
    public long integer(long otherwise) {
        long value = 0;
        boolean negative = digits.startsWith("-");
        int length = digits.length();
        for (int i = negative ? 1 : 0; i < length; i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9' || length > SAFE_DIGITS) {
                double decimal = decimal(Double.NaN);
                return Double.isNaN(decimal) ? otherwise : (long) decimal;
            }
            value = value * 10 + c - '0';
        }
        return negative ? -value : value;
    }

    @Override
    public boolean isNumber() {
        return true;
    }

    @Override
    public void write(JsonWriter out) {
        double decimal = decimal(Double.NaN);
        long integer = integer(0);
        if (integer == decimal && digits.indexOf('.') < 0) {
            out.value(integer);
        } else {
            out.value(decimal);
        }
    }
}
