package dev.narrative.console.server.http;

import dev.narrative.model.json.JsonWriter;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;

/** Writes answers: JSON, and what went wrong as RFC 9457 has it. */
public final class Answers {
    public static final String JSON = "application/json";
    public static final String PROBLEM = "application/problem+json";

    private Answers() {}

    public static void json(Context ctx, JsonWriter out) {
        ctx.contentType(JSON).result(Arrays.copyOf(out.buffer(), out.size()));
    }

    public static void problem(Context ctx, Problem problem) {
        JsonWriter out = new JsonWriter(256);
        out.beginObject();
        out.name("type").value("about:blank");
        out.name("title").value(HttpStatus.forStatus(problem.status()).getMessage());
        out.name("status").value(problem.status());
        out.name("detail").value(problem.detail());
        out.endObject();
        if (problem.retryAfterSeconds() > 0) {
            ctx.header("Retry-After", Integer.toString(problem.retryAfterSeconds()));
        }
        ctx.status(problem.status()).contentType(PROBLEM).result(Arrays.copyOf(out.buffer(), out.size()));
    }
}
