package dev.narrative.instrumentation.narrative.api;

import dev.narrative.api.Generation;
import dev.narrative.api.Layer;
import dev.narrative.api.OpenSpan;
import dev.narrative.api.SpanType;
import dev.narrative.api.Universe;
import dev.narrative.core.trace.Span;
import dev.narrative.model.AttributeNames;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A span that the application began, with its place on the thread. */
class SpanHandle extends SpanView implements OpenSpan {
    private final ThreadPlace place;

    SpanHandle(Span span) {
        super(span);
        this.place = ThreadPlace.take(span);
    }

    @Override
    public void name(String name) {
        change(() -> span().rename(ApiTexts.name(name, span().name())));
    }

    @Override
    public void type(SpanType type) {
        if (type != null) {
            change(() -> put(AttributeNames.TYPE, text(type)));
        }
    }

    @Override
    public final void layer(Layer layer) {
        if (layer != null && layer != Layer.NONE) {
            change(() -> put(AttributeNames.LAYER, text(layer)));
        }
    }

    @Override
    public final void universe(Universe universe) {
        if (universe != null && universe != Universe.NONE) {
            change(() -> put(AttributeNames.UNIVERSE, text(universe)));
        }
    }

    @Override
    public void input(@Nullable Object value) {
        change(() -> put(AttributeNames.INPUT, ApiTexts.value(value)));
    }

    @Override
    public void output(@Nullable Object value) {
        change(() -> put(AttributeNames.OUTPUT, ApiTexts.value(value)));
    }

    @Override
    public void fail(Throwable error) {
        if (error != null) {
            change(() -> span().fail(error));
        }
    }

    @Override
    public void fail(String message) {
        change(() -> span().fail(ApiTexts.name(message, "failed")));
    }

    @Override
    public final OpenSpan span(String name) {
        OpenSpan begun = Guarded.get(() -> SpanRecorder.within(span(), name));
        return begun == null ? OpenSpan.super.span(name) : begun;
    }

    @Override
    public final Generation generation(String name) {
        Generation begun = Guarded.get(() -> SpanRecorder.generationWithin(span(), name));
        return begun == null ? OpenSpan.super.generation(name) : begun;
    }

    @Override
    public final void detach() {
        Guarded.run(() -> {
            place.leave();
            span().goOn();
        });
    }

    @Override
    public final void end() {
        Guarded.run(() -> {
            synchronized (span()) {
                finish();
            }
            place.leave();
        });
    }

    /** Ends the span itself. */
    void finish() {
        span().end();
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
