package dev.narrative.agent;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.ConfigSources;
import dev.narrative.core.config.LangfuseSettings;
import dev.narrative.core.config.Settings;
import dev.narrative.core.export.SpanPipeline;
import dev.narrative.core.log.AgentLog;
import dev.narrative.core.metrics.MetricsPipeline;
import dev.narrative.core.rules.AgentSetup;
import dev.narrative.core.trace.Sampler;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings a changed configuration into force: settings, sampler, destinations, metrics, and the rules with what they weave. */
final class Reconfiguration {
    private final SpanPipeline pipeline;
    private final MetricsPipeline metrics;
    private final AgentTransformer transformer;
    private final Retransformer retransformer;
    private final UnmatchedRules unmatched;

    Reconfiguration(
            SpanPipeline pipeline,
            MetricsPipeline metrics,
            AgentTransformer transformer,
            Retransformer retransformer,
            UnmatchedRules unmatched) {
        this.pipeline = pipeline;
        this.metrics = metrics;
        this.transformer = transformer;
        this.retransformer = retransformer;
        this.unmatched = unmatched;
    }

    void apply(AgentSetup setup) {
        AgentConfig config = setup.config();
        AgentRuntime.reconfigure(config);
        AgentRuntime.tracer().sampleBy(samplerOf(config));
        pipeline.select(LangfuseSettings.exporters(config));
        metrics.follow(config);
        Set<Class<?>> concerned = new LinkedHashSet<>(retransformer.concerned());
        transformer.traceBy(setup.rules());
        concerned.addAll(retransformer.concerned());
        retransformer.weave(concerned);
        unmatched.expect(setup.rules());
    }

    static Sampler samplerOf(AgentConfig config) {
        return Sampler.of(config.get(Settings.SAMPLER), config.get(Settings.SAMPLER_ARG));
    }

    /** Reads the configuration and reports everything that is wrong with it, all at once. */
    static AgentSetup read(@Nullable String argument) {
        AgentSetup setup = AgentSetup.load(argument, ConfigSources.ofProcess());
        for (String problem : setup.describe()) {
            AgentLog.warn(problem);
        }
        return setup;
    }
}
