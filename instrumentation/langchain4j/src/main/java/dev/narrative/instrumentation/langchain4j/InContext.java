package dev.narrative.instrumentation.langchain4j;

import dev.narrative.boot.AdviceScope;
import dev.narrative.boot.Contexts;
import dev.narrative.core.trace.Span;
import org.jspecify.annotations.Nullable;

/** A callback of the library in the context in which its result was asked for. */
final class InContext extends AdviceScope {
    private final @Nullable Object previous;

    private InContext(@Nullable Object previous) {
        this.previous = previous;
    }

    static InContext of(@Nullable Span span) {
        return new InContext(Contexts.attach(span));
    }

    @Override
    public @Nullable Object close(@Nullable Object returned, @Nullable Throwable error) {
        Contexts.restore(previous);
        return returned;
    }
}
