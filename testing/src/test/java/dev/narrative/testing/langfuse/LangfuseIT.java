package dev.narrative.testing.langfuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.StubModelServer;
import dev.narrative.testing.model.Usage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real jar against a Langfuse that takes nothing which the real one would drop. */
class LangfuseIT {
    private static final List<String> TYPES = List.of(
            "span",
            "generation",
            "event",
            "agent",
            "tool",
            "chain",
            "retriever",
            "embedding",
            "evaluator",
            "guardrail");
    private static final String RULES = """
            narrative.exporters = journal, langfuse
            narrative.llm.content = full
            narrative.resource.attributes = deployment.environment.name=Staging EU, service.version=1.2.3
            narrative.langfuse.release = r7
            narrative.langfuse.tags = nightly
            narrative.trace.handle = P#handle
            narrative.trace.handle.name = Handle {0}
            narrative.trace.handle.session = 0
            narrative.trace.handle.story = 1
            narrative.trace.handle.user = 2
            narrative.trace.handle.capture = 3 as langfuse.trace.tags, 1 as langfuse.trace.metadata.book, 2 as tenant
            narrative.trace.reading = P#readAsStory
            narrative.trace.reading.type = chain
            narrative.trace.reading.universe = story
            narrative.trace.reading.capture = 0 as input, return as output
            narrative.trace.chart = P#updateChart
            narrative.trace.chart.type = tool
            narrative.trace.chart.capture = 0 as chart.outcome
            narrative.trace.chart.score = return.coherence as coherence, return.passed as passed, return.verdict as verdict, \\
                return.remark as remark text, return.rating as rating on session, return.coherence as whole on trace
            narrative.trace.prompted = P#prompted
            narrative.trace.prompted.type = generation
            narrative.trace.prompted.capture = 0 as narrative.prompt.name, 1 as narrative.prompt.version
            narrative.trace.bare = P#bare
            narrative.trace.bare.capture = 0 as model, 1 as prompt, 2 as tool_response
            narrative.trace.broken = P#broken
            """;

    private final LangfuseStub langfuse = LangfuseStub.start();
    private final StubModelServer model = StubModelServer.start();
    private final HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    @TempDir
    private Path directory;

    LangfuseIT() throws IOException {}

    @BeforeEach
    void prepare() {
        model.next(Answer.text("The river keeps its own time.").withUsage(new Usage(900, 100, 0, 0, 40, 10)));
        other.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        other.start();
    }

    @AfterEach
    void stop() {
        langfuse.close();
        model.close();
        other.stop(0);
    }

    @Test
    void everythingArrives_asWritten() {
        Traces journal = run("");

        assertThat(langfuse.findings()).isEmpty();
        assertThat(langfuse.orphans()).isEmpty();
        assertThat(langfuse.observations())
                .extracting(Observation::id)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(journal.spans().stream()
                        .filter(span -> span.attribute("narrative.score.target") == null)
                        .map(span -> span.spanId())
                        .toList());
        for (String type : TYPES) {
            Observation step = langfuse.named("LangfuseProgram." + method(type));
            assertThat(step.type()).isEqualTo(type);
            assertThat(step.output()).isEqualTo(type + ' ' + step.input());
        }
        traceColumns();
        modelCall();
        failure();
        narrative();
        scores();
        assertThat(langfuse.requests()).allSatisfy(headers -> assertThat(headers)
                .containsEntry("x-langfuse-sdk-name", List.of("narrative"))
                .containsEntry("Content-Encoding", List.of("gzip")));
    }

    @Test
    void nothingIsDropped_byVersion3() {
        try (LangfuseStub version3 = LangfuseStub.startVersion3()) {
            Traces journal = run(version3, "");

            assertThat(version3.findings()).isEmpty();
            assertThat(version3.observations()).hasSize((int) journal.spans().stream()
                    .filter(span -> span.attribute("narrative.score.target") == null)
                    .count());
        }
    }

    @Test
    void modelSpansAlone_haveWhatIsAroundThem_andNamedMethods() {
        run("narrative.langfuse.spans = llm\n");

        assertThat(langfuse.findings()).isEmpty();
        assertThat(langfuse.orphans()).isEmpty();
        Set<String> names = new TreeSet<>(
                langfuse.observations().stream().map(Observation::name).toList());
        assertThat(names)
                .contains("Handle session-1", "chat gpt-4o", "LangfuseProgram.broken", "LangfuseProgram.asSpan")
                .noneMatch(name -> name.startsWith("GET"));
        assertThat(langfuse.observations()).extracting(Observation::id).doesNotHaveDuplicates();
    }

    private void traceColumns() {
        assertThat(langfuse.observations())
                .filteredOn(observation -> observation.trace().sessionId() != null)
                .hasSizeGreaterThan(TYPES.size())
                .allSatisfy(observation -> {
                    assertThat(observation.trace().sessionId()).isEqualTo("session-1");
                    assertThat(observation.trace().userId()).isEqualTo("ada");
                    assertThat(observation.trace().name()).isEqualTo("Handle session-1");
                    assertThat(observation.trace().tags()).containsExactly("nightly", "river", "bridge");
                    assertThat(observation.metadata())
                            .containsEntry("narrative.story.id", "story-1")
                            .containsEntry("book", "story-1");
                });
        assertThat(langfuse.observations()).allSatisfy(observation -> {
            assertThat(observation.trace().environment()).isEqualTo("staging-eu");
            assertThat(observation.trace().release()).isEqualTo("r7");
            assertThat(observation.trace().version()).isEqualTo("1.2.3");
        });
        assertThat(langfuse.named("Handle session-1").metadata()).containsEntry("tenant", "ada");
    }

    private void modelCall() {
        Observation call = langfuse.named("chat gpt-4o");
        assertThat(call.type()).isEqualTo("generation");
        assertThat(call.model()).startsWith("gpt-4o");
        assertThat(call.parameters()).containsEntry("temperature", "0.2").containsEntry("max_tokens", "64");
        assertThat(call.usage())
                .isEqualTo(Map.of(
                        "input", 900L, "input_cached_tokens", 100L, "output", 40L, "output_reasoning_tokens", 10L));
        assertThat(call.cost().get("total"))
                .isCloseTo(call.cost().get("input") + call.cost().get("output"), within(1e-9));
        assertThat(call.input()).startsWith("[{\"role\":\"system\"").contains("Go on.");
        assertThat(call.output()).contains("The river keeps its own time.");
        assertThat(call.completionStart()).isNotNull();
        Observation prompted = langfuse.named("LangfuseProgram.prompted");
        assertThat(prompted.promptName()).isEqualTo("storyteller");
        assertThat(prompted.promptVersion()).isEqualTo(3);
    }

    private void failure() {
        Observation broken = langfuse.named("LangfuseProgram.broken");
        assertThat(broken.level()).isEqualTo("ERROR");
        assertThat(broken.statusMessage())
                .startsWith("java.lang.IllegalStateException: the bridge is out")
                .contains("LangfuseProgram.broken");
        assertThat(broken.metadata())
                .containsEntry("exception.type", "java.lang.IllegalStateException")
                .containsEntry("exception.message", "the bridge is out")
                .containsKey("exception.stacktrace");
    }

    private void narrative() {
        assertThat(langfuse.named("LangfuseProgram.readAsStory").type()).isEqualTo("generation");
        assertThat(langfuse.named("LangfuseProgram.updateChart").type()).isEqualTo("span");
        Observation bare = langfuse.named("LangfuseProgram.bare");
        assertThat(bare.type()).isEqualTo("span");
        assertThat(bare.model()).isNull();
        assertThat(bare.metadata()).containsEntry("narrative.captured.model", "gpt-bare");
    }

    private void scores() {
        Observation chart = langfuse.named("LangfuseProgram.updateChart");
        for (String name : List.of("coherence", "passed", "verdict", "remark")) {
            assertThat(langfuse.score(name).traceId()).isEqualTo(chart.traceId());
            assertThat(langfuse.score(name).observationId()).isEqualTo(chart.id());
        }
        assertThat(langfuse.score("coherence").value()).isEqualTo("0.75");
        assertThat(langfuse.score("passed").dataType()).isEqualTo("BOOLEAN");
        assertThat(langfuse.score("verdict").dataType()).isEqualTo("CATEGORICAL");
        assertThat(langfuse.score("remark").dataType()).isEqualTo("TEXT");
        assertThat(langfuse.score("rating").sessionId()).isEqualTo("session-1");
        assertThat(langfuse.score("rating").traceId()).isNull();
        assertThat(langfuse.score("whole").traceId()).isEqualTo(chart.traceId());
        assertThat(langfuse.score("whole").observationId()).isNull();
    }

    private Traces run(String settings) {
        return run(langfuse, settings);
    }

    private Traces run(LangfuseStub target, String settings) {
        StringBuilder rules = new StringBuilder(RULES).append(settings).append(target.settings());
        for (String type : TYPES) {
            rules.append("""
                    narrative.trace.%1$s = P#%2$s
                    narrative.trace.%1$s.type = %1$s
                    narrative.trace.%1$s.capture = 0 as input, return as output
                    """.formatted(type, method(type)));
        }
        return AgentRun.in(directory)
                .properties(rules.toString().replace("P#", LangfuseProgram.class.getName() + '#'))
                .program(
                        LangfuseProgram.class,
                        model.url().toString(),
                        "http://localhost:" + other.getAddress().getPort())
                .traces();
    }

    private static String method(String type) {
        return "as" + Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }
}
