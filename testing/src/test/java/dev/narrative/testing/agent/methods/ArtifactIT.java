package dev.narrative.testing.agent.methods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.langfuse.LangfuseStub;
import dev.narrative.testing.langfuse.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Artifacts that rules name, without a line of code: on spans, beside the journal, and at Langfuse. */
class ArtifactIT {
    private static final String RULES = """
            narrative.exporters = journal, langfuse
            narrative.trace.chapter = P#chapter
            narrative.trace.chapter.type = agent
            narrative.trace.chapter.capture = 0 as narrative.artifact.path
            narrative.trace.cover = P#cover
            narrative.trace.cover.type = chain
            narrative.trace.cover.capture = return as narrative.artifact.content
            narrative.trace.notes = P#notes
            narrative.trace.notes.type = chain
            narrative.trace.notes.capture = return.name as narrative.artifact.name, \\
                return.mediaType as narrative.artifact.media-type, return.text as narrative.artifact.content
            narrative.trace.book = P#book
            narrative.trace.book.type = agent
            narrative.trace.book.capture = return.title as narrative.artifact.name, \\
                return.mediaType as narrative.artifact.media-type, return.size as narrative.artifact.size, \\
                return.sha256 as narrative.artifact.hash, return.url as narrative.artifact.url
            """.replace("P#", ArtifactProgram.class.getName() + '#');

    private final LangfuseStub langfuse = LangfuseStub.start();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        langfuse.close();
    }

    @Test
    void artifacts_standOnTheirSpans() {
        Traces traces = run("none").traces();

        assertThat(attributes(traces, "chapter"))
                .containsEntry("narrative.type", "agent")
                .containsEntry("narrative.artifact.name", "chapter-1.md")
                .containsEntry("narrative.artifact.path", "chapter-1.md")
                .containsEntry("narrative.artifact.size", "27")
                .containsKey("narrative.artifact.hash");
        assertThat(attributes(traces, "cover"))
                .containsEntry("narrative.type", "chain")
                .containsEntry("narrative.artifact.size", "4")
                .containsKey("narrative.artifact.hash");
        assertThat(attributes(traces, "notes"))
                .containsEntry("narrative.artifact.name", "notes")
                .containsEntry("narrative.artifact.media-type", "text/plain")
                .containsEntry("narrative.artifact.size", "20");
        assertThat(attributes(traces, "book"))
                .containsEntry("narrative.artifact.name", "book")
                .containsEntry("narrative.artifact.media-type", "application/pdf")
                .containsEntry("narrative.artifact.size", "4")
                .containsEntry("narrative.artifact.hash", "e".repeat(64))
                .containsEntry("narrative.artifact.url", "https://books.example.org/7.pdf");
        assertThat(traces.spans()).allSatisfy(span -> assertThat(span.attributes())
                .doesNotContainKeys("narrative.artifact.content", "narrative.artifact.stored"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"masked", "full"})
    void smallOnes_areStoredBesideTheJournal_asContentIsKept(String content) throws IOException {
        AgentRun run = run(content);
        Traces traces = run.traces();

        assertThat(stored(run, traces, "notes"))
                .isEqualTo(content.equals("full") ? "call bob@example.org" : "call ***");
        if (content.equals("full")) {
            assertThat(stored(run, traces, "chapter")).isEqualTo("# One\nmail ada@example.org\n");
            assertThat(attributes(traces, "cover")).containsKey("narrative.artifact.stored");
        } else {
            assertThat(attributes(traces, "cover")).doesNotContainKey("narrative.artifact.stored");
        }
        assertThat(attributes(traces, "book")).doesNotContainKey("narrative.artifact.stored");
    }

    @Test
    void langfuse_getsThemAsMetadata() {
        run("full").run();

        assertThat(langfuse.findings()).isEmpty();
        Observation chapter = langfuse.named("ArtifactProgram.chapter");
        assertThat(chapter.type()).isEqualTo("agent");
        assertThat(chapter.metadata())
                .containsEntry("narrative.artifact.name", "chapter-1.md")
                .containsEntry("narrative.artifact.path", "chapter-1.md")
                .containsEntry("narrative.artifact.size", "27")
                .containsKeys("narrative.artifact.hash", "narrative.artifact.stored");
        assertThat(langfuse.named("ArtifactProgram.book").metadata())
                .containsEntry("narrative.artifact.url", "https://books.example.org/7.pdf")
                .containsEntry("narrative.artifact.media-type", "application/pdf");
        assertThat(langfuse.observations())
                .allSatisfy(observation ->
                        assertThat(observation.input() + observation.output()).doesNotContain("example.org"));
    }

    private AgentRun run(String content) {
        AgentRun run = AgentRun.in(directory).program(ArtifactProgram.class);
        return run.properties(RULES + "narrative.llm.content = " + content + "\n" + langfuse.settings());
    }

    private static Map<String, String> attributes(Traces traces, String method) {
        RecordedSpan span = traces.named("ArtifactProgram." + method);
        return span.attributes();
    }

    private static String stored(AgentRun run, Traces traces, String method) throws IOException {
        String name = attributes(traces, method).get("narrative.artifact.stored");
        return Files.readString(run.journal().resolve("artifacts").resolve(name));
    }
}
