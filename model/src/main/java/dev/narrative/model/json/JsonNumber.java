package dev.narrative.model.json;

/** A number that is not a {@link JsonInteger}, kept in the digits that it came in. */
final class JsonNumber extends JsonValue {
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
        double decimal = decimal(Double.NaN);
        return Double.isNaN(decimal) ? otherwise : (long) decimal;
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
