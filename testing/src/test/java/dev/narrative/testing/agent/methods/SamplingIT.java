package dev.narrative.testing.agent.methods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.ManySteps;
import dev.narrative.testing.agent.Steps;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps a share of the traces, each whole or not at all. */
class SamplingIT {
    private static final int CALLS = 400;

    @TempDir
    private Path directory;

    @Test
    void keepsAShare_ofWholeTraces() {
        Traces traces = run("narrative.sampler = parentbased_traceidratio\nnarrative.sampler.arg = 0.5\n");

        assertThat(traces.allNamed("step")).hasSizeBetween(CALLS / 4, CALLS * 3 / 4);
        assertThat(traces.allNamed("part"))
                .hasSameSizeAs(traces.allNamed("step"))
                .allMatch(part -> traces.parentOf(part).isPresent());
    }

    @Test
    void keepsWhatARuleAlwaysWants() {
        Traces traces = run("""
                narrative.sampler = parentbased_always_off
                narrative.trace.part = dev.narrative.testing.agent.Steps#mark
                narrative.trace.part.sample = always
                """);

        assertThat(traces.allNamed("step")).isEmpty();
        assertThat(traces.allNamed("Steps.mark")).hasSize(CALLS).allMatch(span -> span.isRoot());
    }

    @Test
    void understandsOpenTelemetrysNames() {
        AgentRun run = AgentRun.in(directory).properties(Steps.RULES).program(ManySteps.class, String.valueOf(CALLS));
        run.jvm().env("OTEL_TRACES_SAMPLER", "traceidratio").env("OTEL_TRACES_SAMPLER_ARG", "0");

        assertThat(run.traces().spans()).isEmpty();
    }

    private Traces run(String lines) {
        return AgentRun.in(directory)
                .properties(Steps.RULES + lines)
                .program(ManySteps.class, String.valueOf(CALLS))
                .traces();
    }
}
