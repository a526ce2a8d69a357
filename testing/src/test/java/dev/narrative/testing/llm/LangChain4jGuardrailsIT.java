package dev.narrative.testing.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.Jdks;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.StubModelServer;
import dev.narrative.testing.model.ToolCall;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What only later versions of LangChain4j have: guardrails, and tools that are called at the same time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LangChain4jGuardrailsIT {
    private Traces traces;

    @BeforeAll
    void play(@TempDir Path directory) {
        try (StubModelServer server = StubModelServer.start()) {
            server.next(
                    Answer.toolCalls(new ToolCall("call-1", "clock", "{}"), new ToolCall("call-2", "date", "{}")),
                    Answer.text("It is noon."));
            AgentRun run = AgentRun.in(directory).properties("narrative.llm.content = masked\n");
            run.jvm()
                    .classpath(new LibraryVersion("langchain4j/newest", "lib", Jdks.running()).classpath())
                    .mainClass("dev.narrative.applications.langchain4j.newest.GuardedProgram")
                    .args(server.url() + "/v1");
            traces = run.traces();
        }
    }

    @Test
    void showsAGuardrailThatLetsPass() {
        RecordedSpan guardrail = guardrails().get(0);

        assertThat(guardrail.status()).isEqualTo("UNSET");
        assertThat(traces.parentOf(guardrail)).contains(agents().get(0));
        assertThat(guardrail.attributes())
                .containsEntry("narrative.type", "guardrail")
                .containsEntry("narrative.input", "What time is it?")
                .containsEntry("narrative.output", "SUCCESS");
    }

    @Test
    void showsAGuardrailThatSaysNo() {
        RecordedSpan guardrail = guardrails().get(1);

        assertThat(guardrail.status()).isEqualTo("ERROR");
        assertThat(guardrail.attribute("error.type")).isEqualTo("fatal");
        assertThat(traces.childrenOf(agents().get(1))).containsExactly(guardrail);
        assertThat(agents().get(1).status()).isEqualTo("ERROR");
    }

    @Test
    void showsToolsThatAreLambdas_onOtherThreads() {
        RecordedSpan clock = traces.named("execute_tool clock");
        RecordedSpan date = traces.named("execute_tool date");

        assertThat(traces.parentOf(clock)).contains(agents().get(0));
        assertThat(traces.parentOf(date)).contains(agents().get(0));
        assertThat(clock.attributes())
                .containsEntry("gen_ai.tool.call.id", "call-1")
                .containsEntry("gen_ai.tool.call.result", "noon");
        assertThat(date.status()).isEqualTo("ERROR");
    }

    private List<RecordedSpan> guardrails() {
        return traces.allNamed("guardrail NoSecrets");
    }

    private List<RecordedSpan> agents() {
        return traces.allNamed("invoke_agent Guarded.ask");
    }
}
