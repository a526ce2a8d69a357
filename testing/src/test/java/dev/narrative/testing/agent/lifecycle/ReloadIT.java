package dev.narrative.testing.agent.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.CompiledSource;
import dev.narrative.testing.OtlpSink;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of the properties file takes effect in a program that runs. */
class ReloadIT {
    /** As many instructions as fit into one method, so that nothing can be woven into it. */
    private static final String OVERSIZED = "public class Oversized { public static void run() { int i = 0; "
            + "i++; ".repeat(21_842) + "} public static void other() {} }";

    @TempDir
    private Path directory;

    @Test
    void addsRenamesAndRemovesRules() {
        AgentRun run = AgentRun.in(directory).properties(Loop.QUICK_RELOAD + Loop.FIRST);
        try (Loop loop = Loop.start(run)) {
            loop.awaitNew("LoopProgram.first");
            assertThat(loop.count("LoopProgram.second")).isZero();

            run.write(Loop.QUICK_RELOAD + Loop.SECOND + "narrative.trace.second.name = Second {0}\n");
            loop.jvm().awaitLine("[narrative] took over the changed", Loop.LIMIT);
            run.await(traces -> traces.has("Second round 100")
                    || traces.where(span -> span.name().startsWith("Second "))
                                    .spans()
                                    .size()
                            > 3);
            int firsts = loop.count("LoopProgram.first");
            run.write(Loop.QUICK_RELOAD + Loop.SECOND);
            loop.awaitNew("LoopProgram.second");

            assertThat(loop.count("LoopProgram.first")).isEqualTo(firsts);
            assertThat(loop.end().stdout()).contains("done");
        }
    }

    @Test
    void masksByNewPatterns() {
        String lines = Loop.QUICK_RELOAD + Loop.SECOND + "narrative.trace.second.name = Second {0}\n";
        AgentRun run = AgentRun.in(directory).properties(lines);
        try (Loop loop = Loop.start(run)) {
            run.await(traces -> !traces.where(span -> span.name().startsWith("Second round"))
                    .spans()
                    .isEmpty());

            run.write(lines + "narrative.masking.patterns = round [0-9]+, (open\n");

            run.await(traces -> traces.has("Second ***"));
            assertThat(AgentRun.said(loop.end()))
                    .anyMatch(line -> line.contains("the pattern '(open' has no ) for its ("));
        }
    }

    @Test
    void switchesDestinations() {
        try (OtlpSink sink = OtlpSink.start()) {
            String lines = Loop.QUICK_RELOAD + Loop.FIRST + "narrative.otlp.endpoint = " + sink.url() + "\n";
            AgentRun run = AgentRun.in(directory).properties(lines + "narrative.exporters = journal\n");
            try (Loop loop = Loop.start(run)) {
                loop.awaitNew("LoopProgram.first");
                assertThat(sink.attempts()).isZero();

                run.write(lines + "narrative.exporters = otlp\n");
                sink.awaitSpans(10, Loop.LIMIT);
                int journalled = loop.count("LoopProgram.first");
                sink.awaitSpans(sink.spans().size() + 10, Loop.LIMIT);

                assertThat(loop.count("LoopProgram.first")).isEqualTo(journalled);
                loop.end();
            }
        }
    }

    /** Rule 10: one class that can't be woven leaves the others alone. */
    @Test
    void weavesTheOthers_whenOneClassCannotBe() {
        Path classes = CompiledSource.in(directory).add(OVERSIZED).compile();
        AgentRun run = AgentRun.in(directory).properties(Loop.QUICK_RELOAD);
        run.jvm().classpath(classes);
        try (Loop loop = Loop.start(run, "Oversized")) {
            run.write(Loop.QUICK_RELOAD + Loop.FIRST + Loop.SECOND + "narrative.trace.big = Oversized#*\n");

            loop.awaitNew("LoopProgram.first");
            loop.awaitNew("LoopProgram.second");

            assertThat(AgentRun.said(loop.end()))
                    .filteredOn(line -> line.contains("Oversized"))
                    .singleElement()
                    .asString()
                    .startsWith("WARN cannot weave Oversized, it runs untraced: ");
            assertThat(Traces.read(run.journal()).has("Oversized.run")).isFalse();
        }
    }

    @Test
    void keepsWhatItHas_whenTheFileBecomesWrongOrGoesAway() {
        AgentRun run = AgentRun.in(directory).properties(Loop.QUICK_RELOAD + Loop.FIRST);
        try (Loop loop = Loop.start(run)) {
            loop.awaitNew("LoopProgram.first");

            run.write(Loop.QUICK_RELOAD + Loop.FIRST + "narrative.trace.second = nonsense\nnarrative.exportres = x\n");
            loop.jvm().awaitLine("[narrative] took over the changed", Loop.LIMIT);
            loop.awaitNew("LoopProgram.first");
            assertThat(run.file().toFile().delete()).isTrue();
            loop.awaitNew("LoopProgram.first");

            assertThat(AgentRun.said(loop.end()))
                    .anyMatch(line -> line.contains("f.properties:3: ") && line.contains("nonsense"))
                    .anyMatch(line -> line.contains("f.properties:4: ") && line.contains("narrative.exporters"));
        }
    }
}
