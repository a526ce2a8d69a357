package dev.narrative.export.langfuse;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanData;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.StatusCode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How it went. Langfuse throws events away, so that an exception's type, message and stack go where they are kept. */
final class OutcomeFields {
    private static final List<String> LEVELS = List.of("DEBUG", "DEFAULT", "WARNING", "ERROR");

    private OutcomeFields() {}

    static void write(SpanData span, SpanValues values, Attributes fields) {
        String given = values.takeText(LangfuseAttributes.LEVEL);
        String level = given == null ? "" : given.strip().toUpperCase(Locale.ROOT);
        if (LEVELS.contains(level)) {
            fields.put(LangfuseAttributes.LEVEL, level);
        } else if (span.status() == StatusCode.ERROR) {
            fields.put(LangfuseAttributes.LEVEL, "ERROR");
        }
        String message = values.takeText(LangfuseAttributes.STATUS_MESSAGE);
        SpanEvent exception = exception(span);
        if (message == null && span.status() == StatusCode.ERROR) {
            message = exception == null ? span.statusMessage() : told(exception.attributes());
        }
        if (message != null && !message.isBlank()) {
            fields.put(LangfuseAttributes.STATUS_MESSAGE, message);
        }
        if (exception != null) {
            copy(exception.attributes(), AttributeNames.EXCEPTION_TYPE, fields);
            copy(exception.attributes(), AttributeNames.EXCEPTION_MESSAGE, fields);
            copy(exception.attributes(), AttributeNames.EXCEPTION_STACKTRACE, fields);
        }
    }

    /** The last one: the one that ended the span. */
    static @Nullable SpanEvent exception(SpanData span) {
        SpanEvent last = null;
        for (SpanEvent event : span.events()) {
            if (event.name().equals(AttributeNames.EXCEPTION_EVENT)) {
                last = event;
            }
        }
        return last;
    }

    /** Type, message and stack; a stack as Java prints it begins with the other two. */
    private static String told(Attributes exception) {
        String type = text(exception, AttributeNames.EXCEPTION_TYPE);
        String message = text(exception, AttributeNames.EXCEPTION_MESSAGE);
        String stack = text(exception, AttributeNames.EXCEPTION_STACKTRACE);
        String head = message.isEmpty() ? type : type.isEmpty() ? message : type + ": " + message;
        if (stack.isEmpty()) {
            return head;
        }
        return stack.startsWith(head) ? stack : head + '\n' + stack;
    }

    private static void copy(Attributes from, String key, Attributes fields) {
        String text = text(from, key);
        if (!text.isEmpty()) {
            fields.put(LangfuseAttributes.METADATA + '.' + key, text);
        }
    }

    private static String text(Attributes from, String key) {
        Object value = from.get(key);
        return value == null ? "" : value.toString();
    }
}
