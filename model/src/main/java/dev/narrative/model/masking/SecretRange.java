package dev.narrative.model.masking;

/** The beginning and the end of a secret in one long, since one is asked for at every word. */
final class SecretRange {
    static final long NONE = -1;

    private SecretRange() {}

    static long of(int from, int to) {
        return from >= to ? NONE : (long) from << 32 | to;
    }

    /** Nothing here; nor, of what was looked for at length, anything else before this place. */
    static long noneBefore(int place) {
        return -2L - place;
    }

    /** The place of {@link #noneBefore(int)}. */
    static int noneBefore(long none) {
        return (int) (-2L - none);
    }

    static int from(long range) {
        return (int) (range >> 32);
    }

    static int to(long range) {
        return (int) range;
    }
}
