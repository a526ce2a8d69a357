package dev.narrative.testapp;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What really went wrong, below the wrappers that futures put around it. */
final class Failures {
    private Failures() {}

    static Throwable cause(Throwable error) {
        Throwable cause = error.getCause();
        boolean wrapper = error instanceof CompletionException || error instanceof ExecutionException;
        return wrapper && cause != null ? cause(cause) : error;
    }
}
