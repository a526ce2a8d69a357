package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** How Google's APIs report errors. */
final class GoogleErrors {
    private GoogleErrors() {}

    static void fail(Failure failure, Delivery out) throws IOException {
        out.error(failure.status(), body(failure));
    }

    static ObjectNode body(Failure failure) {
        ObjectNode error = Json.object().put("code", failure.status()).put("message", failure.message());
        error.put("status", status(failure.status()));
        if (failure.status() == 429) {
            error.putArray("details")
                    .addObject()
                    .put("@type", "type.googleapis.com/google.rpc.RetryInfo")
                    .put("retryDelay", "1s");
        }
        return Json.nested("error", error);
    }

    private static String status(int status) {
        return switch (status) {
            case 404 -> "NOT_FOUND";
            case 429 -> "RESOURCE_EXHAUSTED";
            case 500 -> "INTERNAL";
            default -> "INVALID_ARGUMENT";
        };
    }
}
