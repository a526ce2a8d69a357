package dev.narrative.console.index;

/** Ends long work at a place where what was done is whole and the rest can be done later. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoppedException(String message) {
        super(message);
    }
}
