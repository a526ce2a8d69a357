package dev.narrative.console.server.http;

/** Ends a request with a status and a sentence for whoever made it. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final int retryAfterSeconds;

    private Problem(int status, String detail, int retryAfterSeconds) {
        super(detail, null, false, false);
        this.status = status;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public static Problem of(int status, String detail) {
        return new Problem(status, detail, 0);
    }

    public static Problem badRequest(String detail) {
        return of(400, detail);
    }

    public static Problem notFound(String detail) {
        return of(404, detail);
    }

    /** One that is over soon: 429 or 503. */
    public static Problem tryAgain(int status, String detail, int seconds) {
        return new Problem(status, detail, seconds);
    }

    public int status() {
        return status;
    }

    /** When to try again, 0 where nothing is said of it. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
