package dev.narrative.console.export;

import dev.narrative.console.store.SpanFacts;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.SpanData;
import dev.narrative.model.SpanEvent;

/** What is known of a span's failure, as text. */
public final class SpanErrors {
    private SpanErrors() {}

    /** The stack trace as Java prints it, whose {@code (File.java:123)} development tools link; else type and message. */
    public static String text(SpanData span) {
        for (SpanEvent event : span.events()) {
            boolean exception = event.name().equals(AttributeNames.EXCEPTION_EVENT);
            if (exception && event.attributes().get(AttributeNames.EXCEPTION_STACKTRACE) instanceof String stack) {
                return stack.stripTrailing();
            }
        }
        SpanFacts facts = SpanFacts.of(span);
        String type = facts.errorType();
        String message = facts.errorMessage();
        if (type == null) {
            return message == null ? "failed, it is not known why" : message;
        }
        return message == null || message.isEmpty() ? type : type + ": " + message;
    }
}
