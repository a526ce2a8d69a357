package dev.narrative.testing.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** LangChain4j's AI services, models, tools and retrieval, in the oldest and the newest version. */
@ParameterizedClass(name = "{0}")
@MethodSource("versions")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LangChain4jIT {
    private static final String PROGRAM = "dev.narrative.applications.langchain4j.LangChain4jProgram";

    @Parameter
    LibraryVersion version;

    private Played untraced;
    private Played traced;
    private Traces masked;
    private Traces silent;
    private Traces open;

    static Stream<LibraryVersion> versions() {
        return LibraryVersion.of("langchain4j", "lib-1.0", "lib-1.19");
    }

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void play(@TempDir Path directory) {
        Scenarios scenarios = new Scenarios(PROGRAM, version)
                .with(
                        "tools",
                        Answer.toolCall("weather", "{\"city\": \"jane@example.com\"}"),
                        Answer.text("It is sunny."))
                .with("failing-tool", Answer.toolCall("forecast", "{\"city\": \"Rome\"}"), Answer.text("Nobody knows."))
                .with("stream", Answer.toolCall("weather", "{\"city\": \"Rome\"}"), Answer.text("It is warm."))
                .with("broken-stream", server -> server.fault(Fault.BAD_REQUEST, 1))
                .with("retrieval")
                .with("structured", Answer.text("{\"title\": \"Moby Dick\", \"year\": 1851}"))
                .with("retry", server -> server.fault(Fault.RATE_LIMIT, 1).next(Answer.text("Now.")))
                .with("refused", server -> server.fault(Fault.BAD_REQUEST, 1))
                .with("in-process")
                .with("in-process-stream");
        untraced = scenarios.bare(directory);
        traced = scenarios.traced(directory, "narrative.llm.content = masked\n");
        masked = traced.traces();
        silent = scenarios
                .traced(
                        directory,
                        "",
                        "tools",
                        "failing-tool",
                        "broken-stream",
                        "retry",
                        "refused",
                        "in-process-stream")
                .traces();
        open = scenarios
                .traced(directory, "narrative.llm.content = full\n", "tools")
                .traces();
    }

    /** One for each scenario, and one for what is stored before the retrieval. */
    @Test
    void beginsATrace_withEachAgent() {
        assertThat(masked.roots())
                .extracting(RecordedSpan::name)
                .containsExactlyInAnyOrder(
                        "invoke_agent Assistant.ask",
                        "invoke_agent Assistant.ask",
                        "invoke_agent Assistant.stream",
                        "invoke_agent Assistant.stream",
                        "embeddings text-embedding-3-small",
                        "invoke_agent Assistant.ask",
                        "invoke_agent Librarian.find",
                        "invoke_agent Librarian.say",
                        "invoke_agent Librarian.refuse",
                        "invoke_agent Librarian.greet",
                        "invoke_agent Assistant.stream");
        assertThat(silent.roots()).hasSize(6);
        assertThat(open.roots()).hasSize(1);
    }

    @Test
    void showsAnAgentWithItsToolsAndModelCalls() {
        Traces trace = silent.session("tools-1");

        RecordedSpan agent = trace.named("invoke_agent Assistant.ask");
        assertThat(agent.isRoot()).isTrue();
        assertThat(agent.attributes())
                .containsEntry("narrative.type", "agent")
                .containsEntry("gen_ai.operation.name", "invoke_agent")
                .containsEntry("gen_ai.agent.name", "Assistant")
                .containsEntry("gen_ai.conversation.id", "tools-1")
                .doesNotContainKeys("narrative.input", "narrative.output");
        assertThat(namesBelow(trace, agent))
                .containsExactly("chat gpt-4o-mini", "execute_tool weather", "chat gpt-4o-mini");
        RecordedSpan tool = trace.named("execute_tool weather");
        assertThat(tool.attributes())
                .containsEntry("narrative.type", "tool")
                .containsEntry("gen_ai.tool.name", "weather")
                .containsEntry("gen_ai.tool.call.id", "call_narrative_1")
                .doesNotContainKeys("gen_ai.tool.call.arguments", "gen_ai.tool.call.result", "narrative.input");
        assertThat(trace.spans()).hasSize(6).allSatisfy(span -> assertThat(span.attribute("session.id"))
                .isEqualTo("tools-1"));
        for (RecordedSpan model : trace.allNamed("chat gpt-4o-mini")) {
            assertThat(model.kind()).isEqualTo("CLIENT");
            assertThat(model.attributes())
                    .containsEntry("narrative.type", "generation")
                    .containsEntry("gen_ai.provider.name", "openai")
                    .containsKey("gen_ai.usage.input_tokens")
                    .doesNotContainKey("narrative.llm.attempts");
            assertThat(namesBelow(trace, model)).containsExactly("POST");
        }
    }

    @Test
    void keepsContents_withoutTheirSecrets() {
        Traces trace = masked.session("tools-1");

        RecordedSpan tool = trace.named("execute_tool weather");
        assertThat(tool.attribute("gen_ai.tool.call.arguments"))
                .contains("city")
                .doesNotContain("jane@");
        assertThat(tool.attribute("gen_ai.tool.call.result"))
                .contains("sunny in")
                .doesNotContain("jane@");
        RecordedSpan agent = trace.named("invoke_agent Assistant.ask");
        assertThat(agent.attribute("narrative.input")).contains("tools-1", "What is the weather in Paris?");
        assertThat(agent.attribute("narrative.output")).isEqualTo("It is sunny.");
    }

    @Test
    void keepsContents_asTheyAre() {
        assertThat(open.named("execute_tool weather").attribute("gen_ai.tool.call.result"))
                .isEqualTo("sunny in jane@example.com");
    }

    @Test
    void seesTheErrorOfATool_thatTheModelIsOnlyToldAbout() {
        Traces trace = silent.session("tools-2");

        RecordedSpan tool = trace.named("execute_tool forecast");
        assertThat(tool.status()).isEqualTo("ERROR");
        assertThat(tool.attribute("error.type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(trace.named("invoke_agent Assistant.ask").status()).isEqualTo("UNSET");
    }

    @Test
    void staysInOneTrace_whenTheAnswerIsStreamed() {
        Traces trace = masked.session("stream-1");

        RecordedSpan agent = trace.named("invoke_agent Assistant.stream");
        assertThat(namesBelow(trace, agent))
                .containsExactly("chat gpt-4o-mini", "execute_tool weather", "chat gpt-4o-mini");
        assertThat(agent.attribute("narrative.output")).isEqualTo("It is warm.");
        assertThat(trace.spans()).hasSize(6).allSatisfy(span -> assertThat(span.attribute("session.id"))
                .isEqualTo("stream-1"));
        assertThat(trace.allNamed("chat gpt-4o-mini")).allSatisfy(model -> assertThat(model.attributes())
                .containsEntry("gen_ai.request.stream", "true")
                .containsKey("gen_ai.response.time_to_first_chunk"));
        RecordedSpan last = trace.allNamed("chat gpt-4o-mini").get(1);
        assertThat(agent.endNanos()).isGreaterThanOrEqualTo(last.startNanos());
    }

    @Test
    void endsWithTheStreamsError() {
        Traces trace = silent.session("stream-2");

        assertThat(trace.named("invoke_agent Assistant.stream").status()).isEqualTo("ERROR");
        assertThat(trace.named("chat gpt-4o-mini").status()).isEqualTo("ERROR");
    }

    @Test
    void showsWhatWasRetrieved() {
        Traces trace = masked.session("rag-1");

        RecordedSpan augmentor = trace.named("retrieval DefaultRetrievalAugmentor");
        RecordedSpan retriever = trace.named("retrieval EmbeddingStoreContentRetriever");
        RecordedSpan store = trace.named("retrieval InMemoryEmbeddingStore");
        assertThat(trace.parentOf(augmentor)).contains(trace.named("invoke_agent Assistant.ask"));
        assertThat(trace.parentOf(retriever)).contains(augmentor);
        assertThat(namesBelow(trace, retriever))
                .containsExactly("embeddings text-embedding-3-small", "retrieval InMemoryEmbeddingStore");
        assertThat(retriever.attributes())
                .containsEntry("narrative.type", "retriever")
                .containsEntry("gen_ai.operation.name", "retrieval")
                .containsEntry("narrative.input", "Who wrote the letter?")
                .containsEntry("narrative.retrieval.results", "1");
        assertThat(retriever.attribute("narrative.output")).contains("\"text\":", "\"score\":");
        assertThat(store.attribute("narrative.input")).contains("\"maxResults\":1");
        assertThat(masked.allNamed("embeddings text-embedding-3-small")).hasSize(2);
    }

    @Test
    void showsObjectsThatAnswersBecome() {
        Traces trace = masked.around("invoke_agent Librarian.find");

        RecordedSpan agent = trace.named("invoke_agent Librarian.find");
        assertThat(agent.attribute("narrative.output")).isEqualTo("{\"title\":\"Moby Dick\",\"year\":1851}");
        assertThat(agent.attributes()).doesNotContainKeys("gen_ai.conversation.id", "session.id");
    }

    @Test
    void isOneCall_whenItIsTriedAgain() {
        Traces trace = silent.around("invoke_agent Librarian.say");

        RecordedSpan model = trace.named("chat gpt-4o-mini");
        assertThat(model.status()).isEqualTo("UNSET");
        assertThat(model.attributes())
                .containsEntry("narrative.llm.attempts", "2")
                .containsKey("gen_ai.usage.input_tokens");
        assertThat(namesBelow(trace, model)).containsExactly("POST", "POST");
    }

    @Test
    void failsWithTheProvidersWords() {
        Traces trace = silent.around("invoke_agent Librarian.refuse");

        assertThat(trace.named("chat gpt-4o-mini").status()).isEqualTo("ERROR");
        assertThat(trace.named("invoke_agent Librarian.refuse").status()).isEqualTo("ERROR");
    }

    @Test
    void tellsOfModelsInTheProcess_byTheLibrarysOwnObjects() {
        Traces trace = masked.around("invoke_agent Librarian.greet");

        RecordedSpan model = trace.named("chat gpt-4o-mini");
        assertThat(model.attributes())
                .containsEntry("narrative.type", "generation")
                .containsEntry("gen_ai.response.model", "echo-1")
                .containsEntry("gen_ai.usage.input_tokens", "11")
                .containsEntry("gen_ai.usage.output_tokens", "7")
                .containsEntry("gen_ai.response.finish_reasons", "[stop]")
                .doesNotContainKey("narrative.llm.attempts");
        assertThat(model.attribute("gen_ai.input.messages")).contains("hello,").doesNotContain("jane@");
        assertThat(model.attribute("gen_ai.output.messages")).contains("You said: hello,");
    }

    @Test
    void waitsForTheAnswer_ofAModelInTheProcessThatStreams() {
        Traces trace = silent.session("stream-3");

        RecordedSpan model = trace.named("chat gpt-4o-mini");
        assertThat(trace.parentOf(model)).contains(trace.named("invoke_agent Assistant.stream"));
        assertThat(model.attributes())
                .containsEntry("gen_ai.usage.output_tokens", "7")
                .containsEntry("gen_ai.request.stream", "true")
                .containsKey("gen_ai.response.time_to_first_chunk");
    }

    @Test
    void changesNothingThatTheProgramDoes() {
        assertThat(traced.stdout()).isEqualTo(untraced.stdout()).hasSize(10);
        assertThat(traced.requests()).isEqualTo(untraced.requests());
    }

    private static List<String> namesBelow(Traces traces, RecordedSpan span) {
        return traces.childrenOf(span).stream().map(RecordedSpan::name).toList();
    }
}
