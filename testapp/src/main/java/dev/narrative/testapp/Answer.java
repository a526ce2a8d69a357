package dev.narrative.testapp;

import java.util.Map;

/** What a service answers: an HTTP status and a JSON body. */
record Answer(int status, String json) {
    static Answer ok(Object value) {
        return new Answer(200, Json.write(value));
    }

    /** @param error one word for programs, beside the message for people */
    static Answer error(int status, String error, String message) {
        return new Answer(status, "{\"error\":" + Json.write(error) + ",\"message\":" + Json.write(message) + "}");
    }

    /** The answer to a request that failed with this error. */
    static Answer failure(Throwable error) {
        Throwable cause = Failures.cause(error);
        if (cause instanceof ModelException) {
            return error(502, "model", String.valueOf(cause.getMessage()));
        }
        if (cause instanceof IllegalArgumentException) {
            return error(400, "request", String.valueOf(cause.getMessage()));
        }
        return error(500, "server", cause.getClass().getSimpleName());
    }

    static Answer health(String service) {
        return ok(Map.of("service", service));
    }
}
