package dev.narrative.testing.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Usage;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Workflows of LangChain4j's agents, in the oldest version that is traced and the newest. */
@ParameterizedClass(name = "{0}")
@MethodSource("versions")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LangChain4jAgenticIT {
    private static final String BOOK = "[Ask jane@example.com, she knows., scored]";

    @Parameter
    LibraryVersion version;

    private Played untraced;
    private Played traced;
    private Traces masked;
    private Traces silent;

    static Stream<LibraryVersion> versions() {
        return LibraryVersion.of("langchain4j/agentic", "lib-1.10", "lib");
    }

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void play(@TempDir Path directory) {
        Scenarios scenarios = new Scenarios(AgenticTree.PROGRAM, version)
                .with(
                        "publish",
                        Answer.text("Ask jane@example.com.").withUsage(Usage.of(100, 10)),
                        Answer.text("Ask jane@example.com").withUsage(Usage.of(200, 20)),
                        Answer.text("Ask jane@example.com, she knows.").withUsage(Usage.of(400, 40)))
                .with("parallel", Answer.text("A story."))
                .with("conditional", Answer.text("A letter."))
                .with("failing")
                .with("recovering");
        untraced = scenarios.bare(directory);
        traced = scenarios.traced(directory, "narrative.llm.content = masked\n");
        masked = traced.traces();
        silent = scenarios
                .traced(directory, "", "publish", "conditional", "failing", "recovering")
                .traces();
    }

    @Test
    void beginsATrace_withEachWorkflow() {
        assertThat(masked.roots())
                .extracting(RecordedSpan::name)
                .containsExactlyInAnyOrder(
                        "invoke_workflow Publisher.publish",
                        "invoke_workflow desk",
                        "invoke_workflow choice",
                        "invoke_workflow failing",
                        "invoke_workflow recovering");
        assertThat(silent.roots()).hasSize(4);
    }

    @Test
    void showsEachWorkflowWithItsAgents_inTheOrderOfTheirTurns() {
        Traces traces = silent.around("invoke_workflow Publisher.publish");

        assertThat(AgenticTree.of(traces)).isEqualTo("""
                invoke_workflow Publisher.publish
                  invoke_agent Writer.write
                    chat gpt-4o-mini
                      POST
                  invoke_workflow polish
                    invoke_agent editor
                      chat gpt-4o-mini
                        POST
                    invoke_agent Scorer.score
                    invoke_agent editor
                      chat gpt-4o-mini
                        POST
                    invoke_agent Scorer.score
                  invoke_agent bindery
                """);
        assertThat(traces.named("invoke_workflow polish").attributes())
                .containsEntry("narrative.type", "chain")
                .containsEntry("gen_ai.operation.name", "invoke_workflow");
        assertThat(traces.allNamed("invoke_agent editor")).allSatisfy(editor -> assertThat(editor.attributes())
                .containsEntry("narrative.type", "agent")
                .containsEntry("gen_ai.operation.name", "invoke_agent")
                .containsEntry("gen_ai.agent.name", "editor"));
        assertThat(traces.named("invoke_agent Writer.write").attribute("gen_ai.agent.name"))
                .isEqualTo("Writer");
    }

    @Test
    void keepsTheConversationAsTheSession_andNoContentsUnasked() {
        Traces traces = silent.around("invoke_workflow Publisher.publish");

        assertThat(traces.named("invoke_workflow Publisher.publish").attribute("gen_ai.conversation.id"))
                .isEqualTo("shelf-1");
        assertThat(traces.spans()).hasSize(14).allSatisfy(span -> assertThat(span.attributes())
                .containsEntry("session.id", "shelf-1")
                .doesNotContainKeys("narrative.input", "narrative.output"));
    }

    @Test
    void countsTokensOnce() {
        Traces traces = masked.around("invoke_workflow Publisher.publish");

        assertThat(traces.spans().stream()
                        .filter(span -> span.attribute("gen_ai.usage.input_tokens") != null)
                        .map(span -> span.name()
                                + ' '
                                + span.attribute("gen_ai.usage.input_tokens")
                                + ' '
                                + span.attribute("gen_ai.usage.output_tokens")))
                .containsExactlyInAnyOrder(
                        "chat gpt-4o-mini 100 10", "chat gpt-4o-mini 200 20", "chat gpt-4o-mini 400 40");
    }

    @Test
    void keepsInputsAndOutputs_withoutTheirSecrets() {
        Traces traces = masked.around("invoke_workflow Publisher.publish");

        RecordedSpan publisher = traces.named("invoke_workflow Publisher.publish");
        assertThat(publisher.attribute("narrative.input")).contains("shelf-1", "whales");
        assertThat(publisher.attribute("narrative.output"))
                .startsWith("[Ask ")
                .endsWith(", she knows., scored]")
                .doesNotContain("jane@");
        RecordedSpan writer = traces.named("invoke_agent Writer.write");
        assertThat(writer.attribute("narrative.input")).isEqualTo("whales");
        assertThat(writer.attribute("narrative.output")).startsWith("Ask ").doesNotContain("jane@");
        RecordedSpan binder = traces.named("invoke_agent bindery");
        assertThat(binder.attribute("narrative.input"))
                .startsWith("Ask ")
                .endsWith(", she knows.")
                .doesNotContain("jane@");
        assertThat(traces.allNamed("invoke_agent Scorer.score"))
                .extracting(scorer -> scorer.attribute("narrative.output"))
                .containsExactly("0.5", "0.9");
    }

    @Test
    void keepsParallelBranchesBelowTheirWorkflow() {
        Traces traces = masked.around("invoke_workflow desk");

        RecordedSpan desk = traces.named("invoke_workflow desk");
        assertThat(traces.roots()).containsExactly(desk);
        assertThat(traces.childrenOf(desk))
                .extracting(RecordedSpan::name)
                .containsExactlyInAnyOrder("invoke_agent Writer.write", "invoke_agent Scorer.score");
        assertThat(traces.pathTo(traces.named("POST")))
                .extracting(RecordedSpan::name)
                .containsExactly("invoke_workflow desk", "invoke_agent Writer.write", "chat gpt-4o-mini", "POST");
        assertThat(desk.attribute("narrative.output")).isEqualTo("A story. 0.5");
        assertThat(traces.spans()).allSatisfy(span -> assertThat(span.attributes())
                .doesNotContainKeys("session.id", "gen_ai.conversation.id"));
    }

    @Test
    void showsOnlyTheBranchThatIsTaken() {
        assertThat(AgenticTree.of(silent.around("invoke_workflow choice"))).isEqualTo("""
                invoke_workflow choice
                  invoke_agent Writer.write
                    chat gpt-4o-mini
                      POST
                """);
    }

    @Test
    void failsWithTheErrorOfItsAgent() {
        Traces traces = silent.around("invoke_workflow failing");

        assertThat(traces.pathTo(traces.named("invoke_agent bindery")))
                .extracting(RecordedSpan::name, RecordedSpan::status, span -> span.attribute("error.type"))
                .containsExactly(
                        tuple("invoke_workflow failing", "ERROR", "java.lang.IllegalStateException"),
                        tuple("invoke_workflow halves", "ERROR", "java.lang.IllegalStateException"),
                        tuple("invoke_agent bindery", "ERROR", "java.lang.IllegalStateException"));
        assertThat(traces.named("invoke_agent Scorer.score").status()).isEqualTo("UNSET");
    }

    @Test
    void doesNotFail_whenItRecoversFromTheErrorOfItsAgent() {
        Traces traces = silent.around("invoke_workflow recovering");

        assertThat(traces.named("invoke_workflow recovering").status()).isEqualTo("UNSET");
        assertThat(traces.childrenOf(traces.named("invoke_workflow recovering")))
                .extracting(RecordedSpan::name, RecordedSpan::status)
                .containsExactly(tuple("invoke_agent bindery", "ERROR"), tuple("invoke_agent bindery", "UNSET"));
    }

    @Test
    void changesNothingThatTheProgramDoes() {
        assertThat(traced.stdout()).isEqualTo(untraced.stdout()).hasSize(5).startsWith(BOOK);
        assertThat(traced.requests()).isEqualTo(untraced.requests());
    }
}
