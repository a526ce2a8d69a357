package dev.narrative.testing.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.ForkedJvmBuilder;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.StubModelServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** LangChain4j's AI services, models, tools and retrieval, in the oldest and the newest version. */
@ParameterizedClass(name = "{0}")
@MethodSource("versions")
final class LangChain4jIT {
    private static final String PROGRAM = "dev.narrative.applications.langchain4j.LangChain4jProgram";
    private static final String MASKED = "narrative.llm.content = masked\n";

    @Parameter
    private LibraryVersion version;

    @TempDir
    private Path directory;

    private final StubModelServer server = StubModelServer.start();

    static Stream<LibraryVersion> versions() {
        return LibraryVersion.of("langchain4j", "lib-1.0", "lib-1.19");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsAnAgentWithItsToolsAndModelCalls() {
        server.next(Answer.toolCall("weather", "{\"city\": \"Paris\"}"), Answer.text("It is sunny."));

        Traces traces = play("", "tools");

        RecordedSpan agent = traces.named("invoke_agent Assistant.ask");
        assertThat(agent.isRoot()).isTrue();
        assertThat(agent.attributes())
                .containsEntry("narrative.type", "agent")
                .containsEntry("gen_ai.operation.name", "invoke_agent")
                .containsEntry("gen_ai.agent.name", "Assistant")
                .containsEntry("gen_ai.conversation.id", "tools-1")
                .doesNotContainKeys("narrative.input", "narrative.output");
        assertThat(namesBelow(traces, agent))
                .containsExactly("chat gpt-4o-mini", "execute_tool weather", "chat gpt-4o-mini");
        RecordedSpan tool = traces.named("execute_tool weather");
        assertThat(tool.attributes())
                .containsEntry("narrative.type", "tool")
                .containsEntry("gen_ai.tool.name", "weather")
                .containsEntry("gen_ai.tool.call.id", "call_narrative_1")
                .doesNotContainKeys("gen_ai.tool.call.arguments", "gen_ai.tool.call.result", "narrative.input");
        assertThat(traces.spans()).hasSize(6).allSatisfy(span -> assertThat(span.attribute("session.id"))
                .isEqualTo("tools-1"));
        for (RecordedSpan model : traces.allNamed("chat gpt-4o-mini")) {
            assertThat(model.kind()).isEqualTo("CLIENT");
            assertThat(model.attributes())
                    .containsEntry("narrative.type", "generation")
                    .containsEntry("gen_ai.provider.name", "openai")
                    .containsKey("gen_ai.usage.input_tokens")
                    .doesNotContainKey("narrative.llm.attempts");
            assertThat(namesBelow(traces, model)).containsExactly("POST");
        }
    }

    @Test
    void keepsContents_withoutTheirSecrets() {
        server.next(Answer.toolCall("weather", "{\"city\": \"jane@example.com\"}"), Answer.text("It is sunny."));

        Traces traces = play(MASKED, "tools");

        RecordedSpan tool = traces.named("execute_tool weather");
        assertThat(tool.attribute("gen_ai.tool.call.arguments"))
                .contains("city")
                .doesNotContain("jane@");
        assertThat(tool.attribute("gen_ai.tool.call.result"))
                .contains("sunny in")
                .doesNotContain("jane@");
        RecordedSpan agent = traces.named("invoke_agent Assistant.ask");
        assertThat(agent.attribute("narrative.input")).contains("tools-1", "What is the weather in Paris?");
        assertThat(agent.attribute("narrative.output")).isEqualTo("It is sunny.");
    }

    @Test
    void keepsContents_asTheyAre() {
        server.next(Answer.toolCall("weather", "{\"city\": \"jane@example.com\"}"), Answer.text("It is sunny."));

        Traces traces = play("narrative.llm.content = full\n", "tools");

        assertThat(traces.named("execute_tool weather").attribute("gen_ai.tool.call.result"))
                .isEqualTo("sunny in jane@example.com");
    }

    @Test
    void seesTheErrorOfATool_thatTheModelIsOnlyToldAbout() {
        server.next(Answer.toolCall("forecast", "{\"city\": \"Rome\"}"), Answer.text("Nobody knows."));

        Traces traces = play("", "failing-tool");

        RecordedSpan tool = traces.named("execute_tool forecast");
        assertThat(tool.status()).isEqualTo("ERROR");
        assertThat(tool.attribute("error.type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(traces.named("invoke_agent Assistant.ask").status()).isEqualTo("UNSET");
    }

    @Test
    void staysInOneTrace_whenTheAnswerIsStreamed() {
        server.next(Answer.toolCall("weather", "{\"city\": \"Rome\"}"), Answer.text("It is warm."));

        Traces traces = play(MASKED, "stream");

        RecordedSpan agent = traces.named("invoke_agent Assistant.stream");
        assertThat(namesBelow(traces, agent))
                .containsExactly("chat gpt-4o-mini", "execute_tool weather", "chat gpt-4o-mini");
        assertThat(agent.attribute("narrative.output")).isEqualTo("It is warm.");
        assertThat(traces.spans()).hasSize(6).allSatisfy(span -> assertThat(span.attribute("session.id"))
                .isEqualTo("stream-1"));
        assertThat(traces.allNamed("chat gpt-4o-mini")).allSatisfy(model -> assertThat(model.attributes())
                .containsEntry("gen_ai.request.stream", "true")
                .containsKey("gen_ai.response.time_to_first_chunk"));
        RecordedSpan last = traces.allNamed("chat gpt-4o-mini").get(1);
        assertThat(agent.endNanos()).isGreaterThanOrEqualTo(last.startNanos());
    }

    @Test
    void endsWithTheStreamsError() {
        server.fault(Fault.BAD_REQUEST, 1);

        Traces traces = play("", "broken-stream");

        assertThat(traces.named("invoke_agent Assistant.stream").status()).isEqualTo("ERROR");
        assertThat(traces.named("chat gpt-4o-mini").status()).isEqualTo("ERROR");
    }

    @Test
    void showsWhatWasRetrieved() {
        Traces traces = play(MASKED, "retrieval");

        RecordedSpan augmentor = traces.named("retrieval DefaultRetrievalAugmentor");
        RecordedSpan retriever = traces.named("retrieval EmbeddingStoreContentRetriever");
        RecordedSpan store = traces.named("retrieval InMemoryEmbeddingStore");
        assertThat(traces.parentOf(augmentor)).contains(traces.named("invoke_agent Assistant.ask"));
        assertThat(traces.parentOf(retriever)).contains(augmentor);
        assertThat(namesBelow(traces, retriever))
                .containsExactly("embeddings text-embedding-3-small", "retrieval InMemoryEmbeddingStore");
        assertThat(retriever.attributes())
                .containsEntry("narrative.type", "retriever")
                .containsEntry("gen_ai.operation.name", "retrieval")
                .containsEntry("narrative.input", "Who wrote the letter?")
                .containsEntry("narrative.retrieval.results", "1");
        assertThat(retriever.attribute("narrative.output")).contains("\"text\":", "\"score\":");
        assertThat(store.attribute("narrative.input")).contains("\"maxResults\":1");
        assertThat(traces.allNamed("embeddings text-embedding-3-small")).hasSize(2);
    }

    @Test
    void showsObjectsThatAnswersBecome() {
        server.next(Answer.text("{\"title\": \"Moby Dick\", \"year\": 1851}"));

        Traces traces = play(MASKED, "structured");

        RecordedSpan agent = traces.named("invoke_agent Librarian.find");
        assertThat(agent.attribute("narrative.output")).isEqualTo("{\"title\":\"Moby Dick\",\"year\":1851}");
        assertThat(agent.attributes()).doesNotContainKeys("gen_ai.conversation.id", "session.id");
    }

    @Test
    void isOneCall_whenItIsTriedAgain() {
        server.fault(Fault.RATE_LIMIT, 1).next(Answer.text("Now."));

        Traces traces = play("", "retry");

        RecordedSpan model = traces.named("chat gpt-4o-mini");
        assertThat(model.status()).isEqualTo("UNSET");
        assertThat(model.attributes())
                .containsEntry("narrative.llm.attempts", "2")
                .containsKey("gen_ai.usage.input_tokens");
        assertThat(namesBelow(traces, model)).containsExactly("POST", "POST");
    }

    @Test
    void failsWithTheProvidersWords() {
        server.fault(Fault.BAD_REQUEST, 1);

        Traces traces = play("", "refused");

        assertThat(traces.named("chat gpt-4o-mini").status()).isEqualTo("ERROR");
        assertThat(traces.named("invoke_agent Librarian.say").status()).isEqualTo("ERROR");
    }

    @Test
    void tellsOfModelsInTheProcess_byTheLibrarysOwnObjects() {
        Traces traces = play(MASKED, "in-process");

        RecordedSpan model = traces.named("chat gpt-4o-mini");
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
        Traces traces = play("", "in-process-stream");

        RecordedSpan model = traces.named("chat gpt-4o-mini");
        assertThat(traces.parentOf(model)).contains(traces.named("invoke_agent Assistant.stream"));
        assertThat(model.attributes())
                .containsEntry("gen_ai.usage.output_tokens", "7")
                .containsEntry("gen_ai.request.stream", "true")
                .containsKey("gen_ai.response.time_to_first_chunk");
    }

    @Test
    void changesNothingThatTheProgramDoes() {
        String[] scenarios = {"tools", "failing-tool", "stream", "structured", "retrieval", "retry", "in-process"};
        script();
        List<String> traced = run(MASKED, scenarios).run().stdout();
        int requests = server.requests().size();
        script();
        JvmResult bare = jvm(ForkedJvm.builder(), scenarios).run().ok();

        assertThat(traced).isEqualTo(bare.stdout()).hasSize(scenarios.length);
        assertThat(server.requests()).hasSize(2 * requests);
    }

    private void script() {
        server.next(
                Answer.toolCall("weather", "{\"city\": \"Paris\"}"),
                Answer.text("It is sunny."),
                Answer.toolCall("forecast", "{\"city\": \"Rome\"}"),
                Answer.text("Nobody knows."),
                Answer.toolCall("weather", "{\"city\": \"Rome\"}"),
                Answer.text("It is warm."),
                Answer.text("{\"title\": \"Moby Dick\", \"year\": 1851}"));
    }

    private Traces play(String properties, String... scenarios) {
        return run(properties, scenarios).traces();
    }

    private AgentRun run(String properties, String... scenarios) {
        AgentRun run = AgentRun.in(directory).properties(properties);
        jvm(run.jvm(), scenarios);
        return run;
    }

    private ForkedJvmBuilder jvm(ForkedJvmBuilder jvm, String... scenarios) {
        List<String> arguments = new ArrayList<>(List.of(server.url() + "/v1"));
        arguments.addAll(List.of(scenarios));
        return jvm.javaHome(version.jdk())
                .classpath(version.classpath())
                .mainClass(PROGRAM)
                .args(arguments.toArray(new String[0]));
    }

    private static List<String> namesBelow(Traces traces, RecordedSpan span) {
        return traces.childrenOf(span).stream().map(RecordedSpan::name).toList();
    }
}
