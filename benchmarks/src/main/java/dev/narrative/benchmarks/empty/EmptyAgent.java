package dev.narrative.benchmarks.empty;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** An agent that does nothing: what the JVM itself asks for {@code -javaagent}. */
public final class EmptyAgent {
    private EmptyAgent() {}

    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {}
}
