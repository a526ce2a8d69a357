package dev.narrative.core;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.Settings;
import dev.narrative.core.propagation.CorrelationReader;
import dev.narrative.core.trace.Tracer;
import dev.narrative.model.masking.SecretPatterns;
import org.jspecify.annotations.Nullable;

/** What static advice reaches: the one tracer and the configuration that holds now. Set once, before anything is woven. */
public final class AgentRuntime {
    private static volatile @Nullable Tracer tracer;
    private static volatile AgentConfig config = AgentConfig.defaults();

    private AgentRuntime() {}

    public static void start(Tracer newTracer, AgentConfig newConfig) {
        tracer = newTracer;
        reconfigure(newConfig);
    }

    public static Tracer tracer() {
        Tracer started = tracer;
        if (started == null) {
            throw new IllegalStateException("the agent has not started");
        }
        return started;
    }

    public static AgentConfig config() {
        return config;
    }

    public static void reconfigure(AgentConfig newConfig) {
        SecretPatterns.use(newConfig.get(Settings.MASKING_PATTERNS));
        Tracer started = tracer;
        if (started != null) {
            started.correlateBy(CorrelationReader.of(newConfig));
        }
        config = newConfig;
    }
}
