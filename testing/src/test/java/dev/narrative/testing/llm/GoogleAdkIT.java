package dev.narrative.testing.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.ForkedJvmBuilder;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.TestedJdks;
import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.StubModelServer;
import dev.narrative.testing.model.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What is seen of Google's ADK: invocations, agents and tools, once each, and that nothing changes. */
@ParameterizedClass(name = "{0}")
@MethodSource("applications")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GoogleAdkIT {
    private static final String CHAT = "generate_content gemini-2.5-flash";
    private static final String WORKFLOW = "invoke_workflow guide";
    private static final String AGENT = "invoke_agent weather_guide";
    private static final String CALL_OF_TOOL = "{\"city\":\"Ghent\"}";

    @Parameter
    Application application;

    private JvmResult untraced;
    private JvmResult traced;
    private Traces traces;
    private Steps steps;
    private Traces silent;
    private Traces open;

    static Stream<Application> applications() {
        return TestedJdks.all()
                .map(jdk -> Application.of(jdk, "dev.narrative.applications.adk.AdkProgram", "google-adk"));
    }

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void play(@TempDir Path directory) {
        untraced = play(application.jvm());
        traced = play(directory.resolve("masked"), "masked");
        traces = Traces.read(directory.resolve("masked"));
        steps = new Steps(traces);
        play(directory.resolve("none"), "none");
        silent = Traces.read(directory.resolve("none"));
        play(directory.resolve("full"), "full");
        open = Traces.read(directory.resolve("full"));
    }

    private JvmResult play(Path journal, String content) {
        return AgentRun.quiet(play(application
                .jvm()
                .agentProperties("narrative.exporters = journal\nnarrative.llm.content = " + content
                        + "\nnarrative.trace.program = dev.narrative.applications.adk.AdkProgram#*()\n")
                .systemProperty("narrative.journal.dir", journal.toString())));
    }

    private static JvmResult play(ForkedJvmBuilder jvm) {
        Answer said = Answer.text("Take an umbrella.").withUsage(Usage.of(200, 20));
        try (StubModelServer plain = StubModelServer.start().pace(Duration.ofMillis(20));
                StubModelServer callingTools = StubModelServer.start()
                        .next(call("weather"), said, call("brokenWeather"), said, call("failing_weather"), said);
                StubModelServer broken = StubModelServer.start().fault(Fault.BAD_REQUEST)) {
            return jvm.args(
                            plain.url().toString(),
                            callingTools.url().toString(),
                            broken.url().toString())
                    .run()
                    .ok();
        }
    }

    private static Answer call(String tool) {
        return Answer.toolCall(tool, CALL_OF_TOOL).withUsage(Usage.of(100, 10));
    }

    @Test
    void givesTheApplicationTheSame_withAndWithoutTheAgent() {
        assertThat(traced.stdout()).isEqualTo(untraced.stdout());
        assertThat(traced.stdout()).contains("weather_guide Take an umbrella.");
    }

    @Test
    void hasEachStepOnce() {
        assertThat(steps.below("AdkProgram.callTool"))
                .filteredOn(line -> !line.contains("POST"))
                .containsExactly(WORKFLOW, "." + AGENT, ".." + CHAT, "..execute_tool weather", ".." + CHAT);
        assertThat(steps.inputTokens("AdkProgram.callTool")).isEqualTo(300);
    }

    @Test
    void tellsSessionAndUser_everywhere() {
        assertThat(traces.spans()).allSatisfy(span -> assertThat(span.attributes())
                .containsEntry("session.id", "session-7")
                .containsEntry("user.id", "ada"));
    }

    @Test
    void showsWhatTheStepsWereGivenAndCameTo() {
        assertThat(steps.only("AdkProgram.callTool", WORKFLOW).attributes())
                .containsEntry("narrative.type", "chain")
                .containsEntry("narrative.output", "Take an umbrella.");
        assertThat(steps.only("AdkProgram.callTool", AGENT).attributes())
                .containsEntry("narrative.type", "agent")
                .containsEntry("gen_ai.agent.name", "weather_guide")
                .containsEntry("gen_ai.conversation.id", "session-7");
        assertThat(steps.only("AdkProgram.callTool", "execute_tool weather").attributes())
                .containsEntry("narrative.type", "tool")
                .containsEntry("gen_ai.tool.name", "weather")
                .containsEntry("gen_ai.tool.call.id", "call_narrative_1")
                .containsEntry("narrative.input", CALL_OF_TOOL)
                .containsEntry("narrative.output", "{\"weather\":\"Rain in Ghent\"}");
    }

    @Test
    void showsWhatAToolFailedWith_thoughTheModelIsOnlyTold() {
        RecordedSpan tool = steps.only("AdkProgram.callBrokenTool", "execute_tool brokenWeather");

        assertThat(tool.status()).isEqualTo("ERROR");
        assertThat(tool.statusMessage()).isEqualTo("An internal error occurred.");
        assertThat(steps.only("AdkProgram.callBrokenTool", AGENT).status()).isNotEqualTo("ERROR");
    }

    @Test
    void showsTheErrorOfAToolThatThrows() {
        RecordedSpan tool = steps.only("AdkProgram.callFailingTool", "execute_tool failing_weather");

        assertThat(tool.status()).isEqualTo("ERROR");
        assertThat(tool.events()).hasSize(1);
        assertThat(tool.events().get(0).attributes().get("exception.stacktrace"))
                .contains("java.lang.IllegalStateException: no station at all");
    }

    @Test
    void followsAStream_toItsEnd() {
        assertThat(steps.only("AdkProgram.stream", CHAT).attributes()).containsEntry("gen_ai.request.stream", "true");
        assertThat(steps.only("AdkProgram.stream", AGENT).attribute("narrative.output"))
                .startsWith("On \"Tell me more.\"");
    }

    @Test
    void ends_whenNobodyWantsMoreOfAStream() {
        for (String step : List.of(WORKFLOW, AGENT)) {
            assertThat(steps.only("AdkProgram.giveUp", step).attributes()).containsEntry("narrative.cancelled", "true");
        }
    }

    @Test
    void fails_whenTheModelDoes() {
        for (String step : List.of(WORKFLOW, AGENT, CHAT)) {
            assertThat(steps.only("AdkProgram.fail", step).status()).isEqualTo("ERROR");
        }
    }

    @Test
    void keepsAsMuchOfContents_asIsAskedFor() {
        assertThat(silent.spans()).allSatisfy(span -> assertThat(span.attributes())
                .doesNotContainKeys("narrative.input", "narrative.output"));
        assertThat(steps.only("AdkProgram.callTool", WORKFLOW).attribute("narrative.input"))
                .contains("The weather in Ghent?")
                .doesNotContain("ada@example.com");
        assertThat(new Steps(open).only("AdkProgram.callTool", WORKFLOW).attribute("narrative.input"))
                .endsWith("ada@example.com.");
    }
}
