package dev.narrative.instrumentation.langchain4j;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.langchain4j.rag.query.Query;
import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import java.util.List;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The aggregator that asks a scoring model which of the contents fit best. */
final class AggregatorInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("dev.langchain4j.rag.content.aggregator.ReRankingContentAggregator");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("aggregate").and(isPublic()).and(takesArguments(Map.class)), AggregateAdvice.class);
    }

    public static final class AggregateAdvice {
        private AggregateAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.This Object aggregator, @Advice.Argument(0) @Nullable Map<Query, ?> contents) {
            return Retrievals.begin(
                    aggregator,
                    contents == null || contents.isEmpty()
                            ? null
                            : contents.keySet().iterator().next().text());
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable List<?> contents,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                Retrievals.end((FrameworkSpan) call, contents, error);
            }
        }
    }
}
