package dev.narrative.testing.model;

/** A request that is answered with an error instead of an answer. */
record Failure(int status, String message) {
    static final Failure BAD_REQUEST = new Failure(400, "The request is not valid.");
    static final Failure RATE_LIMIT = new Failure(429, "Rate limit reached.");
    static final Failure SERVER_ERROR = new Failure(500, "The server had an error.");
}
