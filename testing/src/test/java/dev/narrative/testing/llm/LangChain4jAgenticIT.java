package dev.narrative.testing.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.StubModelServer;
import dev.narrative.testing.model.Usage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Workflows of LangChain4j's agents, in the oldest version that is traced and the newest. */
@ParameterizedClass(name = "{0}")
@MethodSource("versions")
final class LangChain4jAgenticIT {
    private static final String MASKED = "narrative.llm.content = masked\n";
    private static final String BOOK = "[A long, long story of whales., scored]";

    @Parameter
    private LibraryVersion version;

    @TempDir
    private Path directory;

    private final StubModelServer server = StubModelServer.start();
    private AgenticRun run;

    static Stream<LibraryVersion> versions() {
        return LibraryVersion.of("langchain4j/agentic", "lib-1.10", "lib");
    }

    @BeforeEach
    void prepare() {
        run = new AgenticRun(version, directory, server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsEachWorkflowWithItsAgents_inTheOrderOfTheirTurns() {
        scriptBook();

        Traces traces = run.play("", "publish");

        assertThat(AgenticRun.tree(traces)).isEqualTo("""
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
        scriptBook();

        Traces traces = run.play("", "publish");

        assertThat(traces.named("invoke_workflow Publisher.publish").attribute("gen_ai.conversation.id"))
                .isEqualTo("shelf-1");
        assertThat(traces.spans()).hasSize(14).allSatisfy(span -> assertThat(span.attributes())
                .containsEntry("session.id", "shelf-1")
                .doesNotContainKeys("narrative.input", "narrative.output"));
    }

    @Test
    void countsTokensOnce() {
        server.next(
                Answer.text("A story.").withUsage(Usage.of(100, 10)),
                Answer.text("A better story.").withUsage(Usage.of(200, 20)),
                Answer.text("A long, long story of whales.").withUsage(Usage.of(400, 40)));

        Traces traces = run.play(MASKED, "publish");

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
        server.next(
                Answer.text("Ask jane@example.com."),
                Answer.text("Ask jane@example.com"),
                Answer.text("Ask jane@example.com, she knows."));

        Traces traces = run.play(MASKED, "publish");

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
        server.next(Answer.text("A story."));

        Traces traces = run.play(MASKED, "parallel");

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
        server.next(Answer.text("A letter."));

        assertThat(AgenticRun.tree(run.play("", "conditional"))).isEqualTo("""
                invoke_workflow choice
                  invoke_agent Writer.write
                    chat gpt-4o-mini
                      POST
                """);
    }

    @Test
    void failsWithTheErrorOfItsAgent() {
        Traces traces = run.play("", "failing");

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
        Traces traces = run.play("", "recovering");

        assertThat(traces.named("invoke_workflow recovering").status()).isEqualTo("UNSET");
        assertThat(traces.childrenOf(traces.named("invoke_workflow recovering")))
                .extracting(RecordedSpan::name, RecordedSpan::status)
                .containsExactly(tuple("invoke_agent bindery", "ERROR"), tuple("invoke_agent bindery", "UNSET"));
    }

    @Test
    void changesNothingThatTheProgramDoes() {
        String[] workflows = {"publish", "parallel", "conditional", "failing", "recovering"};
        scriptBook();
        List<String> traced = run.traced(MASKED, workflows).run().stdout();
        int requests = server.requests().size();
        scriptBook();
        List<String> bare = run.bare(workflows);

        assertThat(traced).isEqualTo(bare).hasSize(workflows.length).startsWith(BOOK);
        assertThat(server.requests()).hasSize(2 * requests);
    }

    private void scriptBook() {
        server.next(
                Answer.text("A story."), Answer.text("A better story."), Answer.text("A long, long story of whales."));
    }
}
