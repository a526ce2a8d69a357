package dev.narrative.testing.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.ForkedJvmBuilder;
import dev.narrative.testing.Jdks;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What is seen of Spring AI 1.1 and 2.0: clients, advisors, models, tools and retrieval, and that nothing changes. */
@ParameterizedClass(name = "{0}")
@MethodSource("applications")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SpringAiIT {
    private static final String CHAT = "chat gpt-4o-mini";
    private static final String CALL_OF_TOOL = "{\"city\":\"Ghent\"}";
    private static final String CONVERSATION = "conversation-7";

    @Parameter
    Application application;

    private JvmResult untraced;
    private JvmResult traced;
    private Traces traces;
    private Steps steps;
    private Traces silent;
    private Traces open;

    static Stream<Application> applications() {
        String first = "dev.narrative.applications.springai.SpringAi1";
        String second = "dev.narrative.applications.springai2.SpringAi2";
        return Stream.concat(
                Stream.of(Application.of(Jdks.running(), first, "spring-ai")),
                TestedJdks.all().map(jdk -> Application.of(jdk, second, "spring-ai-2", "spring-ai")));
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
                        + "\nnarrative.trace.program = dev.narrative.applications.springai.Program#*()\n")
                .systemProperty("narrative.journal.dir", journal.toString())));
    }

    private static JvmResult play(ForkedJvmBuilder jvm) {
        Answer call = Answer.toolCall("weather", CALL_OF_TOOL).withUsage(Usage.of(100, 10));
        Answer said = Answer.text("Take an umbrella.").withUsage(Usage.of(200, 20));
        try (StubModelServer plain = StubModelServer.start().pace(Duration.ofMillis(20));
                StubModelServer callingTools = StubModelServer.start().next(call, said, call, said, call, said);
                StubModelServer flaky = StubModelServer.start().fault(Fault.SERVER_ERROR, 2);
                StubModelServer broken = StubModelServer.start().fault(Fault.SERVER_ERROR)) {
            return jvm.args(
                            plain.url().toString(),
                            callingTools.url().toString(),
                            flaky.url().toString(),
                            broken.url().toString())
                    .run()
                    .ok();
        }
    }

    @Test
    void givesTheApplicationTheSame_withAndWithoutTheAgent() {
        assertThat(traced.stdout()).isEqualTo(untraced.stdout());
        assertThat(traced.stdout()).contains("Take an umbrella.");
    }

    @Test
    void tellsTheConversation_whichIsTheSession() {
        assertThat(steps.below("Program.ask"))
                // Spring AI 2.0 has an advisor for tools in every chain.
                .filteredOn(line -> !line.contains("POST") && !line.contains("Tool Calling Advisor"))
                .extracting(line -> line.replaceFirst("^\\.+", ""))
                .containsExactly(
                        "chat_client",
                        "advisor MessageChatMemoryAdvisor",
                        CHAT,
                        "chat_client",
<<<<<<< HEAD
                        ".advisor MessageChatMemoryAdvisor",
                        ".." + CHAT);
=======
                        "advisor MessageChatMemoryAdvisor",
                        CHAT);
>>>>>>> springai
        assertThat(steps.all("Program.ask", "chat_client")).allSatisfy(client -> assertThat(client.attributes())
                .containsEntry("narrative.type", "chain")
                .containsEntry("gen_ai.conversation.id", CONVERSATION));
        assertThat(steps.all("Program.ask", CHAT)).allSatisfy(model -> assertThat(model.attributes())
                .containsEntry("narrative.type", "generation")
                .containsEntry("session.id", CONVERSATION));
        assertThat(traces.named("Program.ask").attribute("session.id")).isEqualTo(CONVERSATION);
    }

    @Test
    void hasACallOfItsOwn_beforeAndAfterATool() {
        assertThat(steps.below("Program.callTool"))
                .filteredOn(line -> !line.contains("POST") && !line.contains("advisor"))
                .extracting(line -> line.replaceFirst("^\\.+", ""))
                .containsExactly("chat_client", CHAT, "execute_tool weather", CHAT);
        assertThat(steps.inputTokens("Program.callTool")).isEqualTo(300);
        assertThat(steps.only("Program.callTool", "execute_tool weather").attributes())
                .containsEntry("narrative.type", "tool")
                .containsEntry("gen_ai.operation.name", "execute_tool")
                .containsEntry("gen_ai.tool.name", "weather")
                .containsEntry("gen_ai.tool.description", "Tells the weather")
                .containsEntry("narrative.input", CALL_OF_TOOL)
                .containsEntry("narrative.output", "\"Rain in Ghent\"");
    }

    @Test
    void showsWhatAToolFailedWith_thoughTheModelIsOnlyTold() {
        RecordedSpan tool = steps.only("Program.callBrokenTool", "execute_tool weather");

        assertThat(tool.status()).isEqualTo("ERROR");
        assertThat(tool.statusMessage()).isEqualTo("no station in Ghent");
        assertThat(steps.only("Program.callBrokenTool", "chat_client").status()).isNotEqualTo("ERROR");
    }

    @Test
    void followsAStream_toItsEnd() {
        assertThat(steps.inputTokens("Program.stream")).isEqualTo(300);
        assertThat(steps.all("Program.stream", CHAT)).hasSize(2).allSatisfy(model -> assertThat(model.attributes())
                .containsEntry("session.id", CONVERSATION)
                .containsEntry("gen_ai.request.stream", "true"));
        RecordedSpan client = steps.only("Program.stream", "chat_client");
        assertThat(client.attribute("narrative.output")).isEqualTo("Take an umbrella.");
        assertThat(steps.only("Program.stream", "execute_tool weather").startNanos())
                .isBetween(client.startNanos(), client.endNanos());
    }

    @Test
    void ends_whenNobodyWantsMoreOfAStream() {
        assertThat(steps.only("Program.giveUp", "chat_client").attributes())
                .containsEntry("narrative.cancelled", "true");
    }

    @Test
    void showsARetrieval_withWhatWasFound() {
        RecordedSpan retrieval = steps.only("Program.search", "retrieval SimpleVectorStore");

        assertThat(retrieval.attributes())
                .containsEntry("narrative.type", "retriever")
                .containsEntry("narrative.input", "bridges");
        assertThat(retrieval.attribute("narrative.output")).contains("\"id\":\"1\"", "\"text\":\"bridges\"");
        assertThat(traces.childrenOf(retrieval))
                .extracting(RecordedSpan::name)
                .containsOnly("embeddings text-embedding-3-small");
    }

    @Test
    void hasTheRetrieval_withinTheAdvisorThatAsksForIt() {
        RecordedSpan store = steps.only("Program.augment", "retrieval SimpleVectorStore");

        assertThat(traces.pathTo(store))
                .extracting(RecordedSpan::name)
                .filteredOn(name -> !name.equals("advisor Tool Calling Advisor"))
                .containsExactly(
                        "Program.augment",
                        "chat_client",
                        "advisor RetrievalAugmentationAdvisor",
                        "retrieval VectorStoreDocumentRetriever",
                        "retrieval SimpleVectorStore");
    }

    @Test
    void callsAGuardByItsType() {
        assertThat(steps.only("Program.refuse", "guardrail SafeGuardAdvisor").attribute("narrative.type"))
                .isEqualTo("guardrail");
        assertThat(steps.all("Program.refuse", CHAT)).isEmpty();
    }

    @Test
    void takesRetries_asAttemptsAtOneCall() {
        RecordedSpan model = steps.only("Program.retry", CHAT);

        assertThat(model.attribute("narrative.llm.attempts")).isEqualTo("3");
        assertThat(traces.childrenOf(model)).hasSize(3);
        assertThat(model.status()).isNotEqualTo("ERROR");
    }

    @Test
    void fails_whenTheModelDoes() {
        assertThat(steps.only("Program.fail", CHAT).status()).isEqualTo("ERROR");
        assertThat(steps.only("Program.fail", "chat_client").status()).isEqualTo("ERROR");
    }

    @Test
    void keepsAsMuchOfContents_asIsAskedFor() {
        assertThat(silent.spans()).allSatisfy(span -> assertThat(span.attributes())
                .doesNotContainKeys("narrative.input", "narrative.output"));
        assertThat(steps.all("Program.ask", "chat_client").get(0).attribute("narrative.input"))
                .contains("Where are we?")
                .doesNotContain("ada@example.com");
        assertThat(new Steps(open).all("Program.ask", "chat_client").get(0).attribute("narrative.input"))
                .isEqualTo("Where are we? Mail me at ada@example.com.");
    }
}
