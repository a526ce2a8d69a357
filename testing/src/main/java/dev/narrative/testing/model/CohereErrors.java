package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** How Cohere reports errors: by a message alone. */
final class CohereErrors {
    private CohereErrors() {}

    static void fail(Failure failure, Delivery out) throws IOException {
        ObjectNode error = Json.object().put("id", "narrative").put("message", failure.message());
        out.error(failure.status(), error);
    }
}
