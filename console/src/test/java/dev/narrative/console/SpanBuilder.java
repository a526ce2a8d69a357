package dev.narrative.console;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span for tests: ids and times are small numbers, the times milliseconds after {@link #EPOCH}. */
public final class SpanBuilder {
    /** 2026-11-21T12:00:00Z in nanoseconds. */
    public static final long EPOCH = 1_795_262_400_000_000_000L;

    private static final long MILLIS = 1_000_000;

    private final long trace;
    private final long span;
    private final Attributes attributes = new Attributes();
    private final List<SpanEvent> events = new ArrayList<>();
    private long parent;
    private String name;
    private String service = "studio";
    private long start = EPOCH;
    private long end = EPOCH + MILLIS;
    private StatusCode status = StatusCode.UNSET;
    private @Nullable String message;
    private SpanState state = SpanState.ENDED;

    private SpanBuilder(long trace, long span) {
        this.trace = trace;
        this.span = span;
        name = "span " + span;
    }

    public static SpanBuilder span(long trace, long span) {
        return new SpanBuilder(trace, span);
    }

    public SpanBuilder parent(long id) {
        parent = id;
        return this;
    }

    public SpanBuilder name(String text) {
        name = text;
        return this;
    }

    public SpanBuilder service(String text) {
        service = text;
        return this;
    }

    /** From and to, in milliseconds after {@link #EPOCH}. */
    public SpanBuilder at(long from, long to) {
        start = EPOCH + from * MILLIS;
        end = EPOCH + to * MILLIS;
        return this;
    }

    public SpanBuilder open(SpanState open) {
        state = open;
        return this;
    }

    public SpanBuilder error(String type, String text) {
        status = StatusCode.ERROR;
        message = text;
        attributes.put(AttributeNames.ERROR_TYPE, type);
        return this;
    }

    public SpanBuilder exception(String type, String text, String stack) {
        error(type, text);
        events.add(new SpanEvent(
                AttributeNames.EXCEPTION_EVENT,
                start,
                new Attributes()
                        .put(AttributeNames.EXCEPTION_TYPE, type)
                        .put(AttributeNames.EXCEPTION_MESSAGE, text)
                        .put(AttributeNames.EXCEPTION_STACKTRACE, stack)));
        return this;
    }

    public SpanBuilder session(String id) {
        return with(AttributeNames.SESSION_ID, id);
    }

    public SpanBuilder call(String model, long input, long output, double cost) {
        attributes
                .put(AttributeNames.GEN_AI_OPERATION_NAME, "chat")
                .put(AttributeNames.GEN_AI_RESPONSE_MODEL, model)
                .put(AttributeNames.GEN_AI_USAGE_INPUT_TOKENS, input)
                .put(AttributeNames.GEN_AI_USAGE_OUTPUT_TOKENS, output)
                .put(AttributeNames.COST_TOTAL, cost);
        return this;
    }

    public SpanBuilder tokens(long input) {
        attributes.put(AttributeNames.GEN_AI_USAGE_INPUT_TOKENS, input);
        return this;
    }

    public SpanBuilder with(String key, String value) {
        attributes.put(key, value);
        return this;
    }

    public SpanBuilder with(SpanEvent event) {
        events.add(event);
        return this;
    }

    public SpanBuilder with(String key, long value) {
        attributes.put(key, value);
        return this;
    }

    public SpanBuilder with(String key, double value) {
        attributes.put(key, value);
        return this;
    }

    public JournalSpan build() {
        return new JournalSpan(
                trace,
                trace,
                span,
                parent,
                false,
                name,
                SpanKind.INTERNAL,
                start,
                state == SpanState.ENDED ? end : 0,
                status,
                message,
                "test",
                null,
                attributes,
                events,
                new Resource(service, new Attributes()),
                state);
    }
}
