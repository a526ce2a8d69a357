package dev.narrative.testapp;

/** The language model did not answer, or not with an answer; clients see it as 502. */
final class ModelException extends Exception {
    private static final long serialVersionUID = 1;

    ModelException(String message) {
        super(message);
    }

    ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
