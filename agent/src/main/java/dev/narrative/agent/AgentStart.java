package dev.narrative.agent;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.boot.AgentLoader;
import dev.narrative.boot.IndyBootstrap;
import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.LangfuseSettings;
import dev.narrative.core.config.Settings;
import dev.narrative.core.export.AgentThreads;
import dev.narrative.core.export.SpanPipeline;
import dev.narrative.core.metrics.MetricsPipeline;
import dev.narrative.core.rules.AgentSetup;
import dev.narrative.core.trace.Tracer;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * Puts the agent together. Everything here runs before the application's main method, so it reads the configuration,
 * registers a transformer that looks at names, and leaves all else for when it is needed.
 */
public final class AgentStart {
    private AgentStart() {}

    /** Called by reflection through {@link AgentLoader#start}. */
    public static void start(@Nullable String argument, Instrumentation instrumentation) throws IOException {
        AgentSetup setup = Reconfiguration.read(argument);
        AgentConfig config = setup.config();
        if (!config.get(Settings.ENABLED)) {
            return;
        }
        SpanPipeline pipeline = new SpanPipeline(LangfuseSettings.exporters(config));
        AgentRuntime.start(new Tracer(pipeline, Reconfiguration.samplerOf(config)), config);
        MetricsPipeline metrics = new MetricsPipeline(pipeline);
        metrics.follow(config);
        AgentLoader loader = (AgentLoader) AgentStart.class.getClassLoader();
        IndyBootstrap.install(new AdviceLoaders(loader));
        AdviceErrors.listen(new AdviceErrorLog());
        InstrumentationIndex index = InstrumentationIndex.read(loader).enabledBy(config);
        AnnotatedClasses annotated = new AnnotatedClasses(config.get(Settings.INSTRUMENTATION, "narrative-api"));
        AgentTransformer transformer =
                new AgentTransformer(index, new LibraryWeaver(), new MethodWeaver(), annotated, setup.rules());
        instrumentation.addTransformer(transformer, true);
        Retransformer retransformer = new Retransformer(instrumentation, transformer);
        annotated.findLoaded(instrumentation.getAllLoadedClasses());
        retransformer.weaveLoaded();
        UnmatchedRules unmatched = new UnmatchedRules(instrumentation);
        if (!setup.rules().rules().isEmpty()) {
            unmatched.expect(setup.rules());
            Runtime.getRuntime().addShutdownHook(AgentThreads.create("unmatched", unmatched));
        }
        Housekeeper housekeeper = new Housekeeper(
                setup.file(),
                argument,
                new Reconfiguration(pipeline, metrics, transformer, retransformer, unmatched),
                unmatched);
        transformer.preparedBy(housekeeper);
        housekeeper.start();
    }
}
