package dev.narrative.instrumentation.langgraph4j;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.narrative.boot.AdviceScope;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.bsc.async.AsyncGenerator;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.GraphInput;
import org.bsc.langgraph4j.RunnableConfig;
import org.jspecify.annotations.Nullable;

/** The generator behind {@code invoke} and {@code stream}: each call of {@code next} takes one step of the graph. */
final class NodeGeneratorInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("org.bsc.langgraph4j.CompiledGraph$AsyncNodeGenerator");
    }

    @Override
    public List<String> needs() {
        return List.of("org.bsc.langgraph4j.GraphInput", "org.bsc.async.AsyncGenerator$Data");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(isConstructor().and(takesArguments(3)), ConstructorAdvice.class);
        weaving.advise(named("next").and(takesNoArguments()), NextAdvice.class);
    }

    public static final class ConstructorAdvice {
        private ConstructorAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        public static void exit(
                @Advice.This Object generator,
                @Advice.Argument(0) @Nullable CompiledGraph<?> graph,
                @Advice.Argument(1) @Nullable GraphInput input,
                @Advice.Argument(2) @Nullable RunnableConfig config) {
            if (graph != null) {
                GraphRuns.begin(generator, graph, input, config);
            }
        }
    }

    public static final class NextAdvice {
        private NextAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable AdviceScope enter(@Advice.This Object generator) {
            return GraphRuns.within(generator);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.This Object generator,
                @Advice.Enter @Nullable AdviceScope scope,
                @Advice.Return AsyncGenerator.@Nullable Data<?> step,
                @Advice.Thrown @Nullable Throwable error) {
            if (scope != null) {
                scope.close(null, error);
                GraphRuns.stepped(generator, step, error);
            }
        }
    }
}
