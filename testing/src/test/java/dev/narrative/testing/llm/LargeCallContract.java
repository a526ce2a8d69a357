package dev.narrative.testing.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.ForkedJvmBuilder;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.StubModelServer;
import dev.narrative.testing.model.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the agent holds of calls that are larger than the application's memory, or are many. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LargeCallContract {
    private static final long MEGABYTE = 1 << 20;
    private static final int CHUNKS = 40_000;
    private static final int CHARACTERS = 2_500;
    private static final long BYTES_OF_A_SHORT_CALL = 100;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final String RULES = """
            narrative.exporters = journal
            narrative.llm.content = full
            narrative.trace.scenario = dev.narrative.testing.llm.LargeScenarios#streamed()
            narrative.trace.asked = dev.narrative.testing.llm.LargeScenarios#asked()
            """;

    private final Class<?> program;
    private final Consumer<ForkedJvmBuilder> library;
    private JvmResult untraced;
    private JvmResult traced;
    private Traces traces;

    /** @param library adds to the class path what the program needs */
    LargeCallContract(Class<?> program, Consumer<ForkedJvmBuilder> library) {
        this.program = program;
        this.library = library;
    }

    @BeforeAll
    void playScenarios(@TempDir Path directory) {
        ForkedJvmBuilder agent = ForkedJvm.builder()
                .agentProperties(RULES)
                .systemProperty("narrative.journal.dir", directory.toString());
        Answer huge = Answer.huge(CHUNKS, CHARACTERS).withUsage(new Usage(7, 0, 0, 0, CHUNKS, 0));
        try (StubModelServer first = StubModelServer.start().next(huge);
                StubModelServer second = StubModelServer.start().next(huge);
                ForkedJvm without = start(ForkedJvm.builder(), first);
                ForkedJvm with = start(agent, second)) {
            untraced = without.await(LIMIT).ok();
            traced = with.await(LIMIT).ok();
        }
        traces = Traces.read(directory);
    }

    private ForkedJvm start(ForkedJvmBuilder jvm, StubModelServer server) {
        library.accept(jvm);
        // The serial collector tells what is in use to the byte.
        return jvm.jvmArgs("-Xmx64m", "-XX:+UseSerialGC")
                .ownClasspath()
                .mainClass(program)
                .args(server.url().toString())
                .start();
    }

    @Test
    void bringsEveryByte() {
        assertThat(figure(traced, "streamed"))
                .isEqualTo(figure(untraced, "streamed"))
                .isGreaterThan((long) CHUNKS * CHARACTERS);
        assertThat(traced.stderr()).noneMatch(line -> line.startsWith("[narrative] WARN"));
    }

    @Test
    void holdsLessThanAMegabyte_whileAHundredAreStreamed() {
        assertThat(figure(traced, "held") - figure(untraced, "held")).isLessThan(MEGABYTE);
    }

    @Test
    void tellsTokens_andThatTheTextWasCut() {
        RecordedSpan call = modelCall("streamed");

        assertThat(call.status()).isEqualTo("UNSET");
        assertThat(call.attributes())
                .containsEntry("gen_ai.usage.input_tokens", "7")
                .containsEntry("gen_ai.usage.output_tokens", Integer.toString(CHUNKS))
                .containsEntry("narrative.completion.length", Long.toString((long) CHUNKS * CHARACTERS))
                .containsEntry("narrative.content.truncated", "true");
    }

    @Test
    void tellsALargePrompt_withoutItsEnd() {
        assertThat(modelCall("asked").attributes())
                .containsEntry("narrative.content.truncated", "true")
                .containsEntry("narrative.prompt.length", "5000000");
    }

    @Test
    void growsNot_withManyCalls() {
        assertThat(figure(traced, "grown") - figure(untraced, "grown"))
                .isLessThan(LargeScenarios.SHORT_CALLS * BYTES_OF_A_SHORT_CALL);
    }

    /** Streams, taps and headers are some 2 kB; what was said is ten times as much. */
    @Test
    void letsGoOfACall_whoseAnswerTheApplicationKeeps() {
        assertThat(figure(traced, "kept") - figure(untraced, "kept")).isLessThan(5_000);
    }

    private static long figure(JvmResult result, String name) {
        return result.stdout().stream()
                .filter(line -> line.startsWith(name + " "))
                .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + result));
    }

    private RecordedSpan modelCall(String scenario) {
        List<RecordedSpan> calls = traces.childrenOf(traces.named("LargeScenarios." + scenario));
        assertThat(calls).as(scenario).hasSize(1);
        return calls.get(0);
    }
}
