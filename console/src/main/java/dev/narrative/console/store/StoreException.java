package dev.narrative.console.store;

/** A store that can't do what is asked; the message says why, and what to do. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
