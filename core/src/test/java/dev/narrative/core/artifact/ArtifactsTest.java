package dev.narrative.core.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.log.CapturedLog;
import dev.narrative.core.trace.RecordedSpans;
import dev.narrative.core.trace.Sampler;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.Tracer;
import dev.narrative.model.SpanKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands on the span; nothing is stored here, as the default has it. */
final class ArtifactsTest {
    private static final String HASH_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path directory;

    private final Tracer tracer = new Tracer(new RecordedSpans(), Sampler.ALL);
    private final CapturedLog log = new CapturedLog();
    private Span span;

    @BeforeEach
    void start() {
        AgentRuntime.start(tracer, AgentConfig.of(Map.of("narrative.artifact.max-size", "10")));
        span = tracer.start("step", SpanKind.INTERNAL, "test");
    }

    @AfterEach
    void stop() {
        log.close();
        AgentRuntime.start(tracer, AgentConfig.defaults());
    }

    @Test
    void bytes_areHashedAndNotStored() {
        Artifacts.add(span, "abc", "text/plain", "abc".getBytes(StandardCharsets.UTF_8));

        assertThat(artifact())
                .containsEntry("narrative.artifact.name", "abc")
                .containsEntry("narrative.artifact.media-type", "text/plain")
                .containsEntry("narrative.artifact.size", 3L)
                .containsEntry("narrative.artifact.hash", HASH_OF_ABC)
                .doesNotContainKeys("narrative.artifact.stored", "narrative.artifact.path");
    }

    @Test
    void whatIsTooLarge_isOnlyNoted() throws IOException {
        Path file = Files.write(directory.resolve("large"), new byte[11]);

        Artifacts.add(span, "large", "text/plain", file);

        assertThat(artifact())
                .containsEntry("narrative.artifact.size", 11L)
                .containsEntry("narrative.artifact.path", file.toString())
                .doesNotContainKey("narrative.artifact.hash");
    }

    @Test
    void file_hasPathAndHash() throws IOException {
        Artifacts.add(span, "abc", "text/plain", Files.writeString(directory.resolve("abc.txt"), "abc"));

        assertThat(artifact())
                .containsEntry("narrative.artifact.hash", HASH_OF_ABC)
                .containsEntry(
                        "narrative.artifact.path", directory.resolve("abc.txt").toString());
    }

    @Test
    void fileThatIsMissing_orNone_isOnlyNoted() {
        Artifacts.add(span, "missing", "text/plain", directory.resolve("missing"));
        Artifacts.add(span, "folder", "text/plain", directory);

        assertThat(log.text()).contains("cannot read an artifact");
        assertThat(span.events()).hasSize(2).allSatisfy(event -> assertThat(
                        RecordedSpans.attributes(event.attributes()))
                .containsKey("narrative.artifact.path")
                .doesNotContainKey("narrative.artifact.hash"));
    }

    @Test
    void place_isAUrl_whenItHasAScheme() {
        new Artifact("a", "b", -1, null, "s3://bucket/key", null).addTo(span);
        new Artifact("a", "b", -1, null, "C:\\book.pdf", null).addTo(span);
        new Artifact("a", "b", -1, null, "https://ada:secret@example.org/x", null).addTo(span);

        assertThat(span.events())
                .extracting(event -> RecordedSpans.attributes(event.attributes()))
                .extracting(
                        values -> values.get("narrative.artifact.url"), values -> values.get("narrative.artifact.path"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("s3://bucket/key", null),
                        org.assertj.core.groups.Tuple.tuple(null, "C:\\book.pdf"),
                        org.assertj.core.groups.Tuple.tuple("https://***@example.org/x", null));
    }

    private Map<String, Object> artifact() {
        assertThat(span.events()).hasSize(1);
        assertThat(span.events().get(0).name()).isEqualTo("narrative.artifact");
        return RecordedSpans.attributes(span.events().get(0).attributes());
    }
}
