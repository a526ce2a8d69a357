package dev.narrative.core.capture;

/** A step that leads nowhere; without a stack, since it is caught one call above. */
final class MissingStep extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingStep(String message) {
        super(message, null, false, false);
    }
}
