package dev.narrative.model.prices;

/**
 * A text that can be asked for its characters only so often. An expression such as {@code (a+)+$} would otherwise keep
 * the asking thread busy for years.
 */
final class PatientText implements CharSequence {
    private static final int PATIENCE = 100_000;

    private final String text;
    private int left = PATIENCE;

    PatientText(String text) {
        this.text = text;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new LostPatience();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Ends a search, without a stack trace. */
    static final class LostPatience extends RuntimeException {
        private static final long serialVersionUID = 1;

        LostPatience() {
            super("too many steps", null, false, false);
        }
    }
}
