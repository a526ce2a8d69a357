package dev.narrative.agent.score;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.ConfigSources;
import dev.narrative.core.config.LangfuseSettings;
import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.SpanPipeline;
import dev.narrative.core.rules.AgentSetup;
import dev.narrative.core.score.Scores;
import dev.narrative.core.trace.Sampler;
import dev.narrative.core.trace.Tracer;
import java.io.File;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** {@code score --trace ID --name coherence --value 0.8}: a score given later, by the way that all spans take. */
public final class ScoreCommand {
    public static final int GIVEN = 0;
    public static final int NOT_DELIVERED = 1;
    public static final int USAGE = 2;
    public static final int MISSING_FILE = 3;

    private final ConfigSources sources;

    /** With the properties and variables of this process, as the agent would have them. */
    public ScoreCommand() {
        this(ConfigSources.ofProcess());
    }

    ScoreCommand(ConfigSources sources) {
        this.sources = sources;
    }

    /** Runs with what stands behind {@code score}; returns the exit code. */
    public int run(String[] args, PrintStream out, PrintStream err) {
        ScoreArguments arguments;
        try {
            arguments = ScoreArguments.parse(args);
        } catch (IllegalArgumentException e) {
            err.println("score: " + e.getMessage());
            err.println(ScoreArguments.USAGE);
            return USAGE;
        }
        if (arguments.config() != null && !new File(arguments.config()).isFile()) {
            err.println("score: there is no " + arguments.config());
            return MISSING_FILE;
        }
        AgentSetup setup = AgentSetup.load(arguments.config(), sources);
        setup.describe().forEach(problem -> err.println("problem: " + problem));
        return give(arguments, setup.config(), out, err);
    }

    private static int give(ScoreArguments arguments, AgentConfig config, PrintStream out, PrintStream err) {
        List<String> destinations = LangfuseSettings.exporters(config);
        if (destinations.isEmpty()) {
            err.println("score: the configuration sends spans nowhere");
            return NOT_DELIVERED;
        }
        SpanPipeline pipeline = new SpanPipeline(destinations);
        AgentRuntime.start(new Tracer(pipeline, Sampler.ALL), config);
        Scores.record(arguments.target(), arguments.score());
        pipeline.close();
        int exit = GIVEN;
        for (Map.Entry<String, DestinationCounters> destination :
                pipeline.counters().entrySet()) {
            DestinationCounters counted = destination.getValue();
            boolean delivered = counted.sent() > 0 && counted.failed() + counted.dropped() + counted.spooled() == 0;
            if (delivered) {
                out.println(destination.getKey() + ": " + arguments.score().name() + " given");
            } else {
                err.println("score: " + destination.getKey() + " does not have it yet: " + counted);
                exit = NOT_DELIVERED;
            }
        }
        return exit;
    }
}
