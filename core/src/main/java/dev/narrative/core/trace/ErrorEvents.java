package dev.narrative.core.trace;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.masking.Masking;
import org.jspecify.annotations.Nullable;

/** An error on its span: status, {@code error.type}, and the {@code exception} event with message and stack. */
final class ErrorEvents {
    private static final int MAX_MESSAGE = 2_000;
    private static final int MAX_STACK = 12_000;
    private static final int MAX_CAUSES = 6;

    private ErrorEvents() {}

    static void record(SpanRecord span, Throwable error) {
        String type = error.getClass().getName();
        String message = message(error);
        span.failMasked(message == null ? type : message);
        span.attributes().put(AttributeNames.ERROR_TYPE, type);
        Attributes details = new Attributes().put(AttributeNames.EXCEPTION_TYPE, type);
        if (message != null) {
            details.put(AttributeNames.EXCEPTION_MESSAGE, message);
        }
        details.put(AttributeNames.EXCEPTION_STACKTRACE, stack(error));
        span.addEvent(new SpanEvent("exception", span.now(), details));
    }

    /** The message, masked and bounded; an application's own methods may themselves throw. */
    private static @Nullable String message(Throwable error) {
        String message;
        try {
            message = error.getMessage();
        } catch (Throwable broken) {
            return null;
        }
        if (message == null) {
            return null;
        }
        String clean = Masking.maskStart(message, MAX_MESSAGE + 1);
        return clean.length() > MAX_MESSAGE ? clean.substring(0, MAX_MESSAGE) + "…" : clean;
    }

    private static String stack(Throwable error) {
        StringBuilder text = new StringBuilder(1_000);
        Throwable at = error;
        for (int depth = 0; at != null && depth < MAX_CAUSES && text.length() < MAX_STACK; depth++) {
            if (depth > 0) {
                text.append("Caused by: ");
            }
            text.append(at.getClass().getName());
            String message = message(at);
            if (message != null) {
                text.append(": ").append(message);
            }
            text.append('\n');
            for (StackTraceElement frame : frames(at)) {
                if (text.length() >= MAX_STACK) {
                    text.append("\t…\n");
                    break;
                }
                text.append("\tat ").append(frame).append('\n');
            }
            Throwable cause = cause(at);
            at = cause == at ? null : cause;
        }
        return text.toString();
    }

    private static StackTraceElement[] frames(Throwable error) {
        try {
            StackTraceElement[] frames = error.getStackTrace();
            return frames == null ? new StackTraceElement[0] : frames;
        } catch (Throwable broken) {
            return new StackTraceElement[0];
        }
    }

    private static @Nullable Throwable cause(Throwable error) {
        try {
            return error.getCause();
        } catch (Throwable broken) {
            return null;
        }
    }
}
