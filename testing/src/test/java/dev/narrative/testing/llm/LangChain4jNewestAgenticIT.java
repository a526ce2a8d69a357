package dev.narrative.testing.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.Jdks;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.model.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What later versions of LangChain4j's agents have, or have in another way: people, supervisors, streams. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LangChain4jNewestAgenticIT {
    private Played untraced;
    private Played traced;
    private Traces masked;
    private Traces silent;

    @BeforeAll
    void play(@TempDir Path directory) {
        LibraryVersion version = new LibraryVersion("langchain4j/agentic", "lib", Jdks.running());
        Scenarios scenarios = new Scenarios(AgenticTree.PROGRAM, version)
                .with(
                        "supervised",
                        Answer.text("{\"agentName\": \"write\", \"arguments\": {\"topic\": \"bells\"}}"),
                        Answer.text("A story of bells."),
                        Answer.text("{\"agentName\": \"done\", \"arguments\": {\"response\": \"It is written.\"}}"))
                .with("human")
                .with("streamed", Answer.text("A story of rivers."));
        untraced = scenarios.bare(directory);
        traced = scenarios.traced(directory, "narrative.llm.content = masked\n");
        masked = traced.traces();
        silent = scenarios.traced(directory, "", "supervised").traces();
    }

    @Test
    void beginsATrace_withEachWorkflow() {
        assertThat(masked.roots())
                .extracting(RecordedSpan::name)
                .containsExactlyInAnyOrder(
                        "invoke_workflow chief", "invoke_workflow interview", "invoke_workflow live");
        assertThat(silent.roots()).hasSize(1);
    }

    @Test
    void showsThePersonWhoIsAsked() {
        Traces traces = masked.around("invoke_workflow interview");

        assertThat(AgenticTree.of(traces)).isEqualTo("""
                invoke_workflow interview
                  invoke_agent HumanInTheLoop.askUser
                  invoke_agent bindery
                """);
        assertThat(traces.named("invoke_agent HumanInTheLoop.askUser").attributes())
                .containsEntry("narrative.output", "a human's story")
                .doesNotContainKey("narrative.input");
    }

    @Test
    void showsWhatASupervisorDecides() {
        assertThat(AgenticTree.of(silent)).isEqualTo("""
                invoke_workflow chief
                  invoke_agent PlannerAgent.plan
                    chat gpt-4o-mini
                      POST
                  invoke_agent Writer.write
                    chat gpt-4o-mini
                      POST
                  invoke_agent PlannerAgent.plan
                    chat gpt-4o-mini
                      POST
                """);
        assertThat(silent.spans())
                .allSatisfy(span -> assertThat(span.attribute("session.id")).isNull());
    }

    @Test
    void endsAnAgentWhoseAnswerIsStreamed_withTheAnswer() {
        Traces traces = masked.around("invoke_workflow live");

        RecordedSpan writer = traces.named("invoke_agent StreamingWriter.write");
        assertThat(writer.attribute("narrative.output")).isEqualTo("A story of rivers.");
        assertThat(AgenticTree.of(traces)).isEqualTo("""
                invoke_workflow live
                  invoke_agent StreamingWriter.write
                    chat gpt-4o-mini
                      POST
                  invoke_agent bindery
                """);
    }

    @Test
    void changesNothingThatTheProgramDoes() {
        assertThat(traced.stdout()).isEqualTo(untraced.stdout()).hasSize(3);
        assertThat(traced.requests()).isEqualTo(untraced.requests());
    }
}
