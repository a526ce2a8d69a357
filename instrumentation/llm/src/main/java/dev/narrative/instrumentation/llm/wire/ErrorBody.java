package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Errors as providers write them: under {@code error}, as an object or a text, or at the top. */
public final class ErrorBody {
    private ErrorBody() {}

    public static void read(JsonValue body, ModelCall call) {
        JsonValue first = body.isArray() ? body.at(0) : body;
        JsonValue error = first.get("error");
        if (error.text() != null) {
            call.error(type(first), error.text());
            return;
        }
        JsonValue from = error.isObject() ? error : first;
        call.error(type(from), message(from));
    }

    private static @Nullable String type(JsonValue error) {
        for (String name : new String[] {"type", "status", "__type", "code"}) {
            String text = error.text(name);
            if (text != null && !text.isEmpty() && !text.equals("error")) {
                return text;
            }
        }
        return error.get("code").isNumber() ? error.get("code").toJson() : null;
    }

    private static @Nullable String message(JsonValue error) {
        for (String name : new String[] {"message", "Message", "detail"}) {
            String text = error.text(name);
            if (text != null) {
                return text;
            }
        }
        for (String name : new String[] {"message", "detail"}) {
            if (error.has(name)) {
                return error.get(name).toJson();
            }
        }
        return null;
    }
}
