package dev.narrative.testing.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.Jdks;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.StubModelServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What later versions of LangChain4j's agents have, or have in another way: people, supervisors, streams. */
final class LangChain4jNewestAgenticIT {
    private static final String MASKED = "narrative.llm.content = masked\n";

    @TempDir
    private Path directory;

    private final StubModelServer server = StubModelServer.start();
    private AgenticRun run;

    @BeforeEach
    void prepare() {
        run = new AgenticRun(new LibraryVersion("langchain4j/agentic", "lib", Jdks.running()), directory, server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsThePersonWhoIsAsked() {
        Traces traces = run.play(MASKED, "human");

        assertThat(AgenticRun.tree(traces)).isEqualTo("""
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
        scriptSupervisor();

        Traces traces = run.play("", "supervised");

        assertThat(AgenticRun.tree(traces)).isEqualTo("""
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
        assertThat(traces.spans())
                .allSatisfy(span -> assertThat(span.attribute("session.id")).isNull());
    }

    @Test
    void endsAnAgentWhoseAnswerIsStreamed_withTheAnswer() {
        server.next(Answer.text("A story of rivers."));

        Traces traces = run.play(MASKED, "streamed");

        RecordedSpan writer = traces.named("invoke_agent StreamingWriter.write");
        assertThat(writer.attribute("narrative.output")).isEqualTo("A story of rivers.");
        assertThat(AgenticRun.tree(traces)).isEqualTo("""
                invoke_workflow live
                  invoke_agent StreamingWriter.write
                    chat gpt-4o-mini
                      POST
                  invoke_agent bindery
                """);
    }

    @Test
    void changesNothingThatTheProgramDoes() {
        String[] workflows = {"supervised", "human", "streamed"};
        scriptSupervisor();
        List<String> traced = run.traced(MASKED, workflows).run().stdout();
        scriptSupervisor();

        assertThat(traced).isEqualTo(run.bare(workflows)).hasSize(workflows.length);
    }

    private void scriptSupervisor() {
        server.next(
                Answer.text("{\"agentName\": \"write\", \"arguments\": {\"topic\": \"bells\"}}"),
                Answer.text("A story of bells."),
                Answer.text("{\"agentName\": \"done\", \"arguments\": {\"response\": \"It is written.\"}}"));
    }
}
