package dev.narrative.export.delivery;

/** What a status other than 2xx means for a request. */
public final class HttpStatus {
    private HttpStatus() {}

    /** Whether it may go better later, by the OTLP specification. */
    public static boolean isTransient(int status) {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }
}
