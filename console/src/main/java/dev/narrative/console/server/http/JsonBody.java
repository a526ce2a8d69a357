package dev.narrative.console.server.http;

import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a request's body as a JSON object. */
public final class JsonBody {
    private static final int MAX_BYTES = 1 << 20;
    private static final JsonLimits LIMITS = new JsonLimits(MAX_BYTES, MAX_BYTES, 100_000);

    private final BodyReader bodies;

    public JsonBody(InFlightBytes inFlight) {
        bodies = new BodyReader(MAX_BYTES, inFlight);
    }

    public JsonValue read(Context ctx) throws IOException {
        // A form of a foreign page can't have this type without asking first.
        if (!mediaType(ctx.contentType()).equals(Answers.JSON)) {
            throw Problem.of(415, "Content-Type must be " + Answers.JSON);
        }
        JsonValue[] first = {JsonValue.missing()};
        JsonReader reader = new JsonReader(LIMITS, false, document -> first[0] = document);
        try (BodyReader.Body body = bodies.read(ctx)) {
            reader.bytes(body.bytes(), 0, body.length());
        }
        reader.end();
        if (!first[0].isObject() || reader.wasCut()) {
            throw Problem.badRequest("the body is no whole JSON object");
        }
        return first[0];
    }

    /** A media type without its parameters, in small letters. */
    public static String mediaType(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType;
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
