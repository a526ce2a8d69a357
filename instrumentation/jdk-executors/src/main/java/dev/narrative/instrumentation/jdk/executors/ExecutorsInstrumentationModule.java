package dev.narrative.instrumentation.jdk.executors;

import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import java.util.List;

/** Executors of {@code java.util.concurrent}. Threads, virtual ones too, inherit the context without weaving. */
public final class ExecutorsInstrumentationModule implements InstrumentationModule {
    @Override
    public String name() {
        return "jdk-executors";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return List.of(
                new FutureTaskInstrumentation(),
                new ThreadPoolExecutorInstrumentation(),
                new ScheduledThreadPoolExecutorInstrumentation(),
                new ForkJoinPoolInstrumentation(),
                new ForkJoinTaskInstrumentation(),
                new CompletableFutureInstrumentation());
    }
}
