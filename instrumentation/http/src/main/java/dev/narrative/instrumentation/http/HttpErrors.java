package dev.narrative.instrumentation.http;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Errors as they happened, without the wrapping that a future puts around them. */
final class HttpErrors {
    private HttpErrors() {}

    static Throwable cause(Throwable error) {
        Throwable cause = error.getCause();
        boolean isWrapped = error instanceof CompletionException || error instanceof ExecutionException;
        return isWrapped && cause != null ? cause : error;
    }
}
