package dev.narrative.testing.agent.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.JvmResult;
import dev.narrative.testing.RecordedEvent;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.TestedJdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

@ParameterizedClass
@ArgumentsSource(TestedJdks.class)
record CallsIT(Path jdk) {
    @TempDir
    private static Path directory;

    private static AgentRun run;
    private static JvmResult result;
    private static Traces traces;

    @BeforeParameterizedClassInvocation
    static void run(Path jdk) {
        run = ApiRun.in(directory)
                .on(jdk)
                .properties("narrative.llm.content = masked")
                .program(CallsProgram.class);
        result = run.jvm().run().ok();
        traces = Traces.read(run.journal());
    }

    @Test
    void tellsTheApplication_whatThereIs() {
        assertThat(result.stdout())
                .containsExactly(
                        "active true",
                        "no span null{}",
                        "ids true16s-7st-3u-932",
                        "after disorder null",
                        "after detach null",
                        "done");
    }

    @Test
    void start_beginsATraceOfSessionAndStory() {
        RecordedSpan story = story();

        assertThat(story.isRoot()).isTrue();
        assertThat(story.scope()).isEqualTo("narrative.api");
        assertThat(traces.trace(story.traceId()).spans())
                .filteredOn(span -> !span.scope().equals("narrative.scores"))
                .hasSizeGreaterThan(8)
                .allSatisfy(span -> assertThat(span.attributes())
                        .containsEntry("session.id", "s-7")
                        .containsEntry("narrative.story.id", "st-3"));
        assertThat(story.attribute("user.id")).isEqualTo("u-9");
    }

    @Test
    void log_isAnEventWithin_masked() {
        RecordedSpan event = traces.named("beat created");

        assertThat(traces.parentOf(event)).contains(story());
        assertThat(event.attribute("narrative.type")).isEqualTo("event");
        assertThat(event.attribute("narrative.input"))
                .contains("\"beat\":4", "\"api_key\":\"***\"")
                .doesNotContain("verysecret");
    }

    @Test
    void span_keepsWhatIsSaid() {
        assertThat(traces.named("update chart").attributes())
                .containsEntry("narrative.type", "chain")
                .containsEntry("narrative.layer", "core")
                .containsEntry("narrative.universe", "ceremony")
                .containsEntry("narrative.input", "{\"chart\":\"c-1\"}")
                .containsEntry("narrative.output", "[1,2]")
                .containsEntry("beats", "12")
                .containsEntry("narrative.captured.model", "ours")
                .containsEntry("password", "***")
                .containsEntry("mail", "write to ***")
                .containsEntry("narrative.tags", "[draft, second, third]")
                .containsEntry("narrative.prompt.name", "chart-prompt")
                .containsEntry("narrative.prompt.version", "3");
        traces.assertParent("renamed", "update chart");
        assertThat(traces.named("renamed").attribute("here")).isEqualTo("true");
    }

    @Test
    void failures_areErrors() {
        assertThat(traces.named("failing").status()).isEqualTo("ERROR");
        assertThat(traces.named("failing").attribute("error.type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(traces.named("failing with words").statusMessage()).isEqualTo("no paper left");
    }

    @Test
    void generation_isAModelCall_withItsPrice() {
        assertThat(traces.named("summarise chapter").attributes())
                .containsEntry("narrative.type", "generation")
                .containsEntry("gen_ai.provider.name", "openai")
                .containsEntry("gen_ai.request.model", "gpt-4o-mini")
                .containsEntry("gen_ai.response.model", "gpt-4o-mini-2024-07-18")
                .containsEntry("gen_ai.request.temperature", "0.5")
                .containsEntry("gen_ai.usage.input_tokens", "1200")
                .containsEntry("gen_ai.usage.cache_read.input_tokens", "200")
                .containsEntry("gen_ai.usage.output_tokens", "350")
                .containsEntry("gen_ai.usage.reasoning.output_tokens", "50")
                .containsEntry("narrative.prompt.name", "summary")
                .containsEntry("narrative.prompt.version", "7")
                .containsKeys("narrative.cost.total", "gen_ai.response.time_to_first_chunk")
                .hasEntrySatisfying(
                        "gen_ai.system_instructions", text -> assertThat(text).contains("Be brief."))
                .hasEntrySatisfying(
                        "gen_ai.input.messages", text -> assertThat(text).contains("Chapter 1"))
                .hasEntrySatisfying(
                        "gen_ai.output.messages", text -> assertThat(text).contains("It rained.", "stop"));
    }

    @Test
    void generation_keepsTheCostThatIsGiven() {
        assertThat(traces.named("paid elsewhere").attributes())
                .containsEntry("gen_ai.provider.name", "ours")
                .containsEntry("narrative.cost.input", "0.25")
                .containsEntry("narrative.cost.output", "0.5")
                .containsEntry("narrative.cost.total", "0.75");
        assertThat(traces.named("failed call").statusMessage()).isEqualTo("model is down");
    }

    @Test
    void artifacts_areEventsOfTheirSpan() {
        assertThat(artifact("cover"))
                .containsEntry("narrative.artifact.media-type", "image/png")
                .containsEntry("narrative.artifact.size", "123456")
                .containsEntry("narrative.artifact.hash", "ab12")
                .containsEntry("narrative.artifact.url", "https://example.org/cover.png");
        assertThat(artifact("missing"))
                .containsEntry("narrative.artifact.path", "nowhere.md")
                .doesNotContainKey("narrative.artifact.size");
    }

    @Test
    void smallTexts_areStoredWithoutTheirSecrets() throws IOException {
        Map<String, String> notes = artifact("notes");
        Path stored = run.journal().resolve("artifacts").resolve(notes.get("narrative.artifact.stored"));

        assertThat(notes.get("narrative.artifact.stored")).isEqualTo(notes.get("narrative.artifact.hash") + ".masked");
        assertThat(Files.readString(stored)).isEqualTo("mail ***");
        assertThat(artifact("chapter"))
                .containsEntry("narrative.artifact.path", "chapter.md")
                .containsEntry("narrative.artifact.size", "5")
                .containsKey("narrative.artifact.stored");
        assertThat(artifact("blob"))
                .containsEntry("narrative.artifact.size", "3")
                .containsKey("narrative.artifact.hash")
                .doesNotContainKey("narrative.artifact.stored");
    }

    @Test
    void scores_areGivenNowAndLater() {
        assertThat(traces.named("judged").events())
                .filteredOn(event -> event.name().equals("gen_ai.evaluation.result"))
                .extracting(event -> event.attributes().get("gen_ai.evaluation.name"))
                .containsExactly("coherence", "tone", "passed", "remark");
        assertThat(traces.assertParent("score late", "judged")
                        .named("score whole")
                        .traceId())
                .isEqualTo(story().traceId());
        assertThat(traces.named("score session").attribute("session.id")).isEqualTo("s-7");
    }

    @Test
    void nothingThatIsWrong_reachesTheApplication_norIsOurError() {
        assertThat(AgentRun.said(result))
                .allMatch(line -> line.startsWith("WARN a score of the API is left out")
                        || line.startsWith("WARN an attribute of the API is left out")
                        || line.startsWith("WARN cannot read an artifact")
                        || line.startsWith("WARN cannot read headers to continue from"));
        assertThat(traces.named("ended").attributes()).doesNotContainKey("late");
    }

    private static RecordedSpan story() {
        return traces.spans().stream()
                .filter(span -> span.name().equals("story") && "s-7".equals(span.attribute("session.id")))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> artifact(String name) {
        List<RecordedEvent> found = story().events().stream()
                .filter(event -> event.name().equals("narrative.artifact")
                        && name.equals(event.attributes().get("narrative.artifact.name")))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0).attributes();
    }
}
