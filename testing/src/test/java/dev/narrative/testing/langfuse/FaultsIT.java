package dev.narrative.testing.langfuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.Poll;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a wrong setting and a server in trouble cost: nothing but time. */
class FaultsIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int STEPS = 3_000;
    private static final String RULES = """
            narrative.exporters = journal, langfuse
            narrative.trace.step = P#step
            narrative.trace.step.score = return as length, return as rating on session
            narrative.trace.step.session = 0
            """.replace("P#", StepProgram.class.getName() + '#');

    private final LangfuseStub langfuse = LangfuseStub.start();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        langfuse.close();
    }

    @Test
    void wrongKeys_areToldOnce_andNothingIsLost() {
        AgentRun run = AgentRun.in(directory)
                .properties(RULES + langfuse.settings().replace(LangfuseStub.SECRET_KEY, "sk-other"))
                .program(StepProgram.class);
        JvmResult result = run.jvm().run().ok();

        assertThat(AgentRun.said(result))
                .filteredOn(line -> line.contains("does not know these keys (401)"))
                .hasSize(1)
                .first()
                .asString()
                .contains("narrative.langfuse.public-key", langfuse.url().toString());
        assertThat(result.stderr()).noneMatch(line -> line.contains("sk-other"));
        assertThat(langfuse.observations()).isEmpty();

        everythingArrives_withTheNextProcess(run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tooMany", "unavailable", "page"})
    void serverInTrouble_getsEverythingLater_andOnce(String trouble) {
        Fault fault =
                switch (trouble) {
                    case "tooMany" -> Fault.tooMany(1);
                    case "page" -> Fault.page();
                    default -> Fault.status(503);
                };
        langfuse.answerNext(fault, fault);
        AgentRun run =
                AgentRun.in(directory).properties(RULES + langfuse.settings()).program(StepProgram.class);
        run.jvm().run().ok();

        everythingArrives_withTheNextProcess(run);
    }

    @Test
    void scoreThatTheServerFailsAt_isSentAgain() {
        langfuse.failNextScores(1);
        AgentRun run =
                AgentRun.in(directory).properties(RULES + langfuse.settings()).program(StepProgram.class);
        run.jvm().run().ok();

        everythingArrives_withTheNextProcess(run);
    }

    /**
     * What it had journaled and could not send is found again, whole and once. Nothing listens meanwhile, since a request
     * that was under way at the kill may have been taken, and would not be sent again.
     */
    @Test
    void killedProcess_losesNothingThatWasJournaled() {
        langfuse.close();
        AgentRun run = AgentRun.in(directory)
                .properties(RULES + langfuse.settings())
                .program(StepProgram.class, String.valueOf(STEPS));
        try (ForkedJvm killed = run.start()) {
            killed.awaitLine("waiting", LIMIT);
            Poll.untilTrue("all steps in the journal", LIMIT, () -> steps(run).size() == STEPS);
            killed.kill9();
        }

        try (LangfuseStub back = LangfuseStub.start(langfuse.port());
                ForkedJvm next = run.start()) {
            next.awaitLine("waiting", LIMIT);
            back.await(LIMIT.multipliedBy(5), stub -> stub.observations().size() >= 2 * STEPS);
            next.stop(LIMIT);
            assertThat(back.observations()).extracting(Observation::id).containsExactlyInAnyOrderElementsOf(steps(run));
            assertThat(back.findings()).isEmpty();
        }
    }

    /** It takes over what the first one left, and stays until that has arrived. */
    private void everythingArrives_withTheNextProcess(AgentRun run) {
        run.write(RULES + langfuse.settings());
        run.program(StepProgram.class, "1");
        try (ForkedJvm second = run.start()) {
            second.awaitLine("waiting", LIMIT);
            langfuse.await(
                    LIMIT,
                    stub -> stub.observations().size() >= 2 && stub.scores().size() >= 3);
        }
        assertThat(langfuse.observations()).extracting(Observation::id).containsExactlyInAnyOrderElementsOf(steps(run));
        assertThat(langfuse.scores()).extracting(StoredScore::name).contains("length", "rating");
        assertThat(langfuse.findings())
                .allMatch(finding -> finding.contains("500"), "nothing but what the server failed at");
    }

    /** The ids of all steps that the journal holds. */
    private static List<String> steps(AgentRun run) {
        return Traces.read(run.journal())
                .where(span -> span.attribute("narrative.score.target") == null)
                .spans()
                .stream()
                .map(RecordedSpan::spanId)
                .toList();
    }
}
