package dev.narrative.export.langfuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.Attributes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LangfuseMappingTest {
    @ParameterizedTest
    @EnumSource(ObservationType.class)
    void type_isWhatTheSpanSays(ObservationType type) {
        assertThat(Mapped.fields(TestSpan.root(1).type(type.text())))
                .containsEntry("langfuse.observation.type", type.text());
    }

    @ParameterizedTest
    @CsvSource({
        "chat,generation",
        "text_completion,generation",
        "generate_content,generation",
        "embeddings,embedding",
        "invoke_agent,agent",
        "create_agent,agent",
        "execute_tool,tool",
        "retrieval,retriever",
        "else,span"
    })
    void type_isToldByTheOperation_whereNoneIsSaid(String operation, String type) {
        assertThat(Mapped.fields(TestSpan.root(1).with("gen_ai.operation.name", operation)))
                .containsEntry("langfuse.observation.type", type)
                .containsEntry("langfuse.observation.metadata.gen_ai.operation.name", operation)
                .doesNotContainKey("gen_ai.operation.name");
    }

    @Test
    void readingOfAUniverse_isAGeneration_andChartsAreSpans() {
        assertThat(Mapped.fields(TestSpan.root(1).type("chain").with("narrative.universe", "story")))
                .containsEntry("langfuse.observation.type", "generation")
                .containsEntry("langfuse.observation.metadata.narrative.universe", "story");
        assertThat(Mapped.fields(TestSpan.root(1).type("agent").with("narrative.universe", "story")))
                .containsEntry("langfuse.observation.type", "agent");
        assertThat(Mapped.fields(TestSpan.root(1).type("tool").with("chart.outcome", "over")))
                .containsEntry("langfuse.observation.type", "span");
    }

    @Test
    void everyKey_isLangfusesOwn() {
        TestSpan span = TestSpan.root(1)
                .with("model", "m")
                .with("input", "i")
                .with("output", "o")
                .with("prompt", "p")
                .with("gen_ai.tool.name", "chart")
                .with("langfuse.observation.usage_details", "{\"input\":1.5}")
                .with("http.route", "/story")
                .with("thread.name", "main");

        assertThat(Mapped.fields(span))
                .allSatisfy((key, value) -> assertThat(key).startsWith("langfuse."))
                .containsEntry("langfuse.observation.metadata.model", "m")
                .containsEntry("langfuse.observation.metadata.gen_ai.tool.name", "chart")
                .containsEntry("langfuse.observation.metadata.http.route", "/story")
                .doesNotContainKeys("langfuse.observation.usage_details", "langfuse.observation.model.name");
    }

    @Test
    void trace_isOnEverySpan() {
        TestSpan root = TestSpan.root(1)
                .named("Handle")
                .with("langfuse.trace.tags", "[\"a\",\"b\"]")
                .with("narrative.tags", List.of("b", "c"))
                .with("langfuse.trace.public", "true")
                .with("langfuse.trace.metadata.tenant", "acme");
        ProcessFields process = new ProcessFields("staging", "r1", "1.2", List.of("nightly"));

        Map<String, Object> fields = Mapped.fields(
                TestSpan.child(2, 1)
                        .within(root)
                        .with("session.id", "s-1")
                        .with("user.id", "ada")
                        .with("narrative.story.id", "story")
                        .with("narrative.trace.id", "n-1"),
                process,
                true);

        assertThat(fields)
                .containsEntry("langfuse.trace.name", "Handle")
                .containsEntry("langfuse.session.id", "s-1")
                .containsEntry("langfuse.user.id", "ada")
                .containsEntry("langfuse.trace.tags", List.of("nightly", "a", "b", "c"))
                .containsEntry("langfuse.trace.public", true)
                .containsEntry("langfuse.trace.metadata.tenant", "acme")
                .containsEntry("langfuse.trace.metadata.narrative.story.id", "story")
                .containsEntry("langfuse.trace.metadata.narrative.trace.id", "n-1")
                .containsEntry("langfuse.environment", "staging")
                .containsEntry("langfuse.release", "r1")
                .containsEntry("langfuse.version", "1.2")
                .doesNotContainKey("langfuse.internal.is_app_root");
    }

    @Test
    void spansOwnWord_goesBeforeTheRootsAndTheProcesses() {
        TestSpan root =
                TestSpan.root(1).with("langfuse.trace.name", "of the root").with("langfuse.environment", "b");
        ProcessFields process = new ProcessFields("c", "r1", null, List.of());

        assertThat(Mapped.fields(TestSpan.child(2, 1).within(root), process, true))
                .containsEntry("langfuse.trace.name", "of the root")
                .containsEntry("langfuse.environment", "b");
        assertThat(Mapped.fields(
                        TestSpan.child(2, 1)
                                .within(root)
                                .with("langfuse.trace.name", "own")
                                .with("langfuse.environment", "Own Place")
                                .with("langfuse.release", "r2")
                                .with("langfuse.version", "2"),
                        process,
                        true))
                .containsEntry("langfuse.trace.name", "own")
                .containsEntry("langfuse.environment", "own-place")
                .containsEntry("langfuse.release", "r2")
                .containsEntry("langfuse.version", "2");
    }

    @Test
    void traceThatBeganElsewhere_isNamedThere_andItsTopIsMarked() {
        TestSpan top = TestSpan.child(2, 1).withRemoteParent().named("POST");

        assertThat(Mapped.fields(top.within(top)))
                .containsEntry("langfuse.internal.is_app_root", true)
                .doesNotContainKey("langfuse.trace.name");
        assertThat(Mapped.fields(TestSpan.child(3, 2), ProcessFields.NONE, false))
                .containsEntry("langfuse.internal.is_app_root", true);
    }

    @Test
    void conversation_isTheSession_whereNoneIsKnown() {
        assertThat(Mapped.fields(TestSpan.root(1).with("gen_ai.conversation.id", "c-1")))
                .containsEntry("langfuse.session.id", "c-1");
        assertThat(Mapped.fields(
                        TestSpan.root(1).with("gen_ai.conversation.id", "c-1").with("session.id", "s-1")))
                .containsEntry("langfuse.session.id", "s-1")
                .containsEntry("langfuse.observation.metadata.gen_ai.conversation.id", "c-1");
    }

    @Test
    void longTexts_areCut_andLongIdsStayTwo() {
        String begin = "x".repeat(300);
        Map<String, Object> one = Mapped.fields(TestSpan.root(1).named(begin).with("session.id", begin + 1));
        Map<String, Object> other = Mapped.fields(TestSpan.root(1).with("session.id", begin + 2));

        assertThat(String.valueOf(one.get("langfuse.trace.name"))).hasSize(200);
        assertThat(String.valueOf(one.get("langfuse.session.id"))).hasSize(200);
        assertThat(one.get("langfuse.session.id")).isNotEqualTo(other.get("langfuse.session.id"));
    }

    @Test
    void content_isTakenFromWhereverItStands() {
        assertThat(Mapped.fields(TestSpan.root(1).with("narrative.input", "in").with("narrative.output", "out")))
                .containsEntry("langfuse.observation.input", "in")
                .containsEntry("langfuse.observation.output", "out");
        assertThat(Mapped.fields(TestSpan.root(1)
                        .with("gen_ai.system_instructions", "[{\"type\":\"text\"}]")
                        .with("gen_ai.input.messages", "[{\"role\":\"user\"}]")
                        .with("gen_ai.output.messages", "[{\"role\":\"assistant\"}]")))
                .containsEntry(
                        "langfuse.observation.input",
                        "[{\"role\":\"system\",\"parts\":[{\"type\":\"text\"}]},{\"role\":\"user\"}]")
                .containsEntry("langfuse.observation.output", "[{\"role\":\"assistant\"}]");
        assertThat(Mapped.fields(TestSpan.root(1)
                        .with("gen_ai.tool.call.arguments", "{\"a\":1}")
                        .with("gen_ai.tool.call.result", "2")))
                .containsEntry("langfuse.observation.input", "{\"a\":1}")
                .containsEntry("langfuse.observation.output", "2");
    }

    @Test
    void modelAndParameters_areTextsAndNumbers() {
        Map<String, Object> fields = Mapped.fields(TestSpan.root(1)
                .with("gen_ai.request.model", "gpt-4o")
                .with("gen_ai.response.model", "gpt-4o-2024-08-06")
                .with("gen_ai.request.temperature", 0.5)
                .with("gen_ai.request.top_p", Double.NaN)
                .with("gen_ai.request.max_tokens", 64)
                .with("gen_ai.request.stream", true)
                .with("gen_ai.request.stop_sequences", List.of("a", "b"))
                .with("narrative.llm.reasoning_effort", "low"));

        assertThat(fields)
                .containsEntry("langfuse.observation.model.name", "gpt-4o-2024-08-06")
                .containsEntry("langfuse.observation.metadata.gen_ai.request.model", "gpt-4o")
                .containsEntry(
                        "langfuse.observation.model.parameters",
                        "{\"temperature\":0.5,\"max_tokens\":64,\"stream\":\"true\",\"stop_sequences\":\"a, b\","
                                + "\"reasoning_effort\":\"low\"}");
    }

    @Test
    void usage_hasEachTokenOnce() {
        assertThat(Mapped.fields(TestSpan.root(1)
                        .with("gen_ai.usage.input_tokens", 1_000)
                        .with("gen_ai.usage.cache_read.input_tokens", 100)
                        .with("gen_ai.usage.cache_creation.input_tokens", 50)
                        .with("gen_ai.usage.output_tokens", 60)
                        .with("gen_ai.usage.reasoning.output_tokens", 20)))
                .containsEntry(
                        "langfuse.observation.usage_details",
                        "{\"input\":850,\"input_cached_tokens\":100,\"input_cache_creation\":50,\"output\":40,"
                                + "\"output_reasoning_tokens\":20}");
        assertThat(Mapped.fields(TestSpan.root(1).type("embedding").with("gen_ai.usage.input_tokens", 7)))
                .containsEntry("langfuse.observation.usage_details", "{\"input\":7}");
        assertThat(Mapped.fields(TestSpan.root(1)
                        .with("gen_ai.usage.input_tokens", 5)
                        .with("gen_ai.usage.cache_read.input_tokens", 9)))
                .containsEntry("langfuse.observation.usage_details", "{\"input\":0,\"input_cached_tokens\":9}");
    }

    @Test
    void cost_isNumbers() {
        assertThat(Mapped.fields(TestSpan.root(1)
                        .with("narrative.cost.input", 0.25)
                        .with("narrative.cost.output", Double.NaN)
                        .with("narrative.cost.total", 0.5)))
                .containsEntry("langfuse.observation.cost_details", "{\"input\":0.25,\"total\":0.5}");
    }

    @Test
    void prompt_isNameAndVersion_orNeither_andOfGenerationsAlone() {
        assertThat(Mapped.fields(TestSpan.root(1)
                        .type("generation")
                        .with("narrative.prompt.name", "teller")
                        .with("narrative.prompt.version", "3")))
                .containsEntry("langfuse.observation.prompt.name", "teller")
                .containsEntry("langfuse.observation.prompt.version", 3L);
        for (TestSpan half : List.of(
                TestSpan.root(1).type("generation").with("narrative.prompt.name", "teller"),
                TestSpan.root(1)
                        .type("generation")
                        .with("narrative.prompt.name", "teller")
                        .with("narrative.prompt.version", "newest"),
                TestSpan.root(1)
                        .type("agent")
                        .with("narrative.prompt.name", "teller")
                        .with("narrative.prompt.version", 3))) {
            assertThat(Mapped.fields(half))
                    .doesNotContainKeys("langfuse.observation.prompt.name", "langfuse.observation.prompt.version")
                    .containsEntry("langfuse.observation.metadata.narrative.prompt.name", "teller");
        }
    }

    @Test
    void failure_hasTypeMessageAndStack_andOtherEventsAreSeen() {
        Attributes exception = new Attributes()
                .put("exception.type", "java.io.IOException")
                .put("exception.message", "gone")
                .put("exception.stacktrace", "java.io.IOException: gone\n\tat A.b");

        assertThat(Mapped.fields(TestSpan.root(1)
                        .failed("gone")
                        .event("exception", exception)
                        .event("retry", new Attributes().put("attempt", 2))))
                .containsEntry("langfuse.observation.level", "ERROR")
                .containsEntry("langfuse.observation.status_message", "java.io.IOException: gone\n\tat A.b")
                .containsEntry("langfuse.observation.metadata.exception.type", "java.io.IOException")
                .containsEntry("langfuse.observation.metadata.exception.message", "gone")
                .containsKey("langfuse.observation.metadata.exception.stacktrace")
                .containsEntry(
                        "langfuse.observation.metadata.events",
                        "[{\"name\":\"retry\",\"time\":\"2023-11-14T22:13:20.001Z\",\"attempt\":2}]");
        assertThat(Mapped.fields(TestSpan.root(1).failed("only a message")))
                .containsEntry("langfuse.observation.status_message", "only a message");
        assertThat(Mapped.fields(TestSpan.root(1)))
                .doesNotContainKeys("langfuse.observation.level", "langfuse.observation.status_message");
    }

    @Test
    void level_isWrittenAsLangfuseWantsIt() {
        assertThat(Mapped.fields(TestSpan.root(1).with("langfuse.observation.level", "warning")))
                .containsEntry("langfuse.observation.level", "WARNING");
        assertThat(Mapped.fields(TestSpan.root(1).failed("x").with("langfuse.observation.level", "loud")))
                .containsEntry("langfuse.observation.level", "ERROR");
    }

    @Test
    void firstToken_isATimeWithAZone() {
        assertThat(Mapped.fields(TestSpan.root(1).with("gen_ai.response.time_to_first_chunk", 0.25)))
                .containsEntry("langfuse.observation.completion_start_time", "2023-11-14T22:13:20.250Z");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "Production|production",
                "EU West/1|eu-west-1",
                "langfuse-prod|NONE",
                "LangFuse|NONE",
                "a_b-9|a_b-9",
                "ümlaut|-mlaut"
            },
            delimiter = '|')
    void environment_isSpeltAsLangfuseWantsIt(String written, String valid) {
        assertThat(String.valueOf(Environments.valid(written))).isEqualTo(valid.equals("NONE") ? "null" : valid);
        assertThat(Environments.valid("x".repeat(99))).hasSize(40);
    }

    @Test
    void artifacts_areMetadata_ofTheSpanItselfOrAmongItsEvents() {
        Attributes cover = new Attributes()
                .put("narrative.artifact.name", "cover")
                .put("narrative.artifact.media-type", "image/png")
                .put("narrative.artifact.size", 4)
                .put("narrative.artifact.url", "https://example.org/cover.png");

        assertThat(Mapped.fields(TestSpan.root(1)
                        .type("agent")
                        .with("narrative.artifact.path", "chapter.md")
                        .with("narrative.artifact.size", 27)
                        .event("narrative.artifact", cover)))
                .containsEntry("langfuse.observation.type", "agent")
                .containsEntry("langfuse.observation.metadata.narrative.artifact.path", "chapter.md")
                .containsEntry("langfuse.observation.metadata.narrative.artifact.size", 27L)
                .containsEntry(
                        "langfuse.observation.metadata.events",
                        "[{\"name\":\"narrative.artifact\",\"time\":\"2023-11-14T22:13:20.001Z\","
                                + "\"narrative.artifact.name\":\"cover\","
                                + "\"narrative.artifact.media-type\":\"image/png\",\"narrative.artifact.size\":4,"
                                + "\"narrative.artifact.url\":\"https://example.org/cover.png\"}]")
                .doesNotContainKeys("langfuse.observation.input", "langfuse.observation.output");
    }
}
