package dev.narrative.console.server.http;

import dev.narrative.console.query.TraceId;
import dev.narrative.model.Ids;
import io.javalin.http.Context;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request's parameters, checked; what is wrong is said to whoever made the request. */
public final class Params {
    private static final int MAX_LENGTH = 2_000;

    private final Context ctx;

    public Params(Context ctx) {
        this.ctx = ctx;
    }

    /** A parameter of the query; {@code null} when it isn't given, or is empty. */
    public @Nullable String text(String name) {
        String text = ctx.queryParam(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (text.length() > MAX_LENGTH) {
            throw Problem.badRequest(name + " is longer than " + MAX_LENGTH + " characters");
        }
        return text;
    }

    public int count(String name, int usual, int most) {
        String text = text(name);
        if (text == null) {
            return usual;
        }
        int count;
        try {
            count = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            count = -1;
        }
        if (count < 1 || count > most) {
            throw Problem.badRequest(name + " must be a number from 1 to " + most + ", not '" + text + "'");
        }
        return count;
    }

    public boolean flag(String name) {
        String text = text(name);
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw Problem.badRequest(name + " must be true or false, not '" + text + "'");
    }

    /** A parameter that is read by something that throws {@code IllegalArgumentException} with what is wrong. */
    public <T> @Nullable T parsed(String name, Function<String, T> reader) {
        String text = text(name);
        return text == null ? null : parse(text, reader);
    }

    public static <T> T parse(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
    }

    /** A trace's id in the path: 32 hex digits, or a UUID. */
    public TraceId traceId(String name) {
        String text = ctx.pathParam(name);
        TraceId id = traceIdOf(text);
        if (id == null) {
            throw Problem.badRequest("'" + shortened(text) + "' is no trace id; it has 32 hex digits");
        }
        return id;
    }

    public static @Nullable TraceId traceIdOf(String text) {
        return text.length() > 36 ? null : TraceId.parse(text.replace("-", ""));
    }

    /** A span's id in the path: 16 hex digits. */
    public long spanId(String name) {
        return spanIdOf(ctx.pathParam(name));
    }

    public static long spanIdOf(String text) {
        if (text.length() != 16 || !Ids.isHex(text, 0, 16)) {
            throw Problem.badRequest("'" + shortened(text) + "' is no span id; it has 16 hex digits");
        }
        return Ids.parse(text, 0);
    }

    private static String shortened(String text) {
        return text.length() > 64 ? text.substring(0, 64) + "…" : text;
    }
}
