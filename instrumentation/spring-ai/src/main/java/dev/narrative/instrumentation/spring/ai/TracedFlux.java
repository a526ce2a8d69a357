package dev.narrative.instrumentation.spring.ai;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.core.trace.Span;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClientResponse;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;

/**
 * An answer in pieces as a step, of its own for each subscription: it begins when somebody subscribes, and what is
 * upstream runs within it.
 */
final class TracedFlux extends FluxOperator<ChatClientResponse, ChatClientResponse> {
    private final Function<@Nullable Span, @Nullable FrameworkSpan> begin;
    private final @Nullable Span assembledIn;

    /** @param begin begins the step within a span; {@code null} when there is none to show */
    TracedFlux(Flux<ChatClientResponse> source, Function<@Nullable Span, @Nullable FrameworkSpan> begin) {
        super(source);
        this.begin = begin;
        this.assembledIn = Span.current();
    }

    @Override
    public void subscribe(CoreSubscriber<? super ChatClientResponse> actual) {
        Span outside = Span.current();
        FrameworkSpan step = begin(outside == null ? assembledIn : outside);
        if (step == null) {
            source.subscribe(actual);
            return;
        }
        TracedSubscriber traced = new TracedSubscriber(actual, step, outside);
        step.enter();
        try {
            source.subscribe(traced);
        } finally {
            step.leave();
            step.goOn();
        }
    }

    private @Nullable FrameworkSpan begin(@Nullable Span around) {
        try {
            return begin.apply(around);
        } catch (Throwable e) {
            AdviceErrors.suppressed(e);
            return null;
        }
    }
}
