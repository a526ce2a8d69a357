package dev.narrative.core.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.boot.Contexts;
import dev.narrative.boot.TracedCall;
import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.log.CapturedLog;
import dev.narrative.core.trace.RecordedSpans;
import dev.narrative.core.trace.Sampler;
import dev.narrative.core.trace.Tracer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Artifacts that rules name; nothing is stored here, as the default has it. */
class ArtifactCaptureTest {
    private static final String HASH_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path directory;

    private final RecordedSpans recorded = new RecordedSpans();
    private final CapturedLog log = new CapturedLog();

    @BeforeEach
    void start() {
        AgentRuntime.start(
                new Tracer(recorded, Sampler.ALL), AgentConfig.of(Map.of("narrative.artifact.max-size", "10")));
    }

    @AfterEach
    void stop() {
        log.close();
        Contexts.restore(null);
        AgentRuntime.start(new Tracer(new RecordedSpans(), Sampler.ALL), AgentConfig.defaults());
    }

    @Test
    void bytesAndTexts_areSizedAndHashed_andNoAttribute() {
        for (Object content : new Object[] {"abc".getBytes(StandardCharsets.UTF_8), "abc"}) {
            assertThat(returning("capture = return as narrative.artifact.content", content))
                    .containsEntry("narrative.artifact.size", 3L)
                    .containsEntry("narrative.artifact.hash", HASH_OF_ABC)
                    .doesNotContainKeys("narrative.artifact.content", "narrative.artifact.path");
        }
        assertThat(log.text()).isEmpty();
    }

    @Test
    void returnedFiles_areRead() throws IOException {
        Path file = Files.writeString(directory.resolve("abc.txt"), "abc");
        for (Object made : new Object[] {file, file.toFile()}) {
            assertThat(returning("capture = return as narrative.artifact.path", made))
                    .containsEntry("narrative.artifact.name", "abc.txt")
                    .containsEntry("narrative.artifact.path", file.toString())
                    .containsEntry("narrative.artifact.size", 3L)
                    .containsEntry("narrative.artifact.hash", HASH_OF_ABC);
        }
    }

    @Test
    void fileOfAnArgument_isReadWhenTheCallHasWrittenIt() throws IOException {
        File file = directory.resolve("abc.txt").toFile();
        TracedCall call = enter(Sites.site(ReturnKind.IGNORED, "capture = 0 as narrative.artifact.path"), file);
        Files.writeString(file.toPath(), "abc");
        call.exit(null);

        assertThat(RecordedSpans.attributes(recorded.only()))
                .containsEntry("narrative.artifact.path", file.toString())
                .containsEntry("narrative.artifact.hash", HASH_OF_ABC);
    }

    @Test
    void whatTheRuleSays_goesBeforeWhatIsFound() {
        assertThat(returning(
                        "capture = return.name as narrative.artifact.name, return.hash as narrative.artifact.hash,"
                                + " return.size as narrative.artifact.size, return.type as narrative.artifact.media-type,"
                                + " return.content as narrative.artifact.content",
                        Map.of("name", "draft", "hash", "f".repeat(64), "size", 7, "content", "abc")))
                .containsEntry("narrative.artifact.name", "draft")
                .containsEntry("narrative.artifact.hash", "f".repeat(64))
                .containsEntry("narrative.artifact.size", 7L)
                .containsEntry("narrative.artifact.media-type", "text/plain");
    }

    @Test
    void textThatNamesAFile_isNotedAndNotRead() throws IOException {
        Path file = Files.writeString(directory.resolve("abc.txt"), "abc");

        assertThat(returning("capture = return as narrative.artifact.path", file.toString()))
                .containsEntry("narrative.artifact.path", file.toString())
                .doesNotContainKeys("narrative.artifact.hash", "narrative.artifact.size");
    }

    @Test
    void whatIsTooLarge_isSizedAlone_andSecretsAreNotLookedAt() {
        assertThat(returning("capture = return as narrative.artifact.content", new byte[11]))
                .containsEntry("narrative.artifact.size", 11L)
                .doesNotContainKey("narrative.artifact.hash");
        assertThat(returning("capture = return.password as narrative.artifact.content", Map.of("password", "abc")))
                .doesNotContainKeys("narrative.artifact.hash", "narrative.artifact.size");
    }

    @Test
    void fileThatIsMissing_isSaid_andTheSpanEnds() {
        assertThat(returning("capture = return as narrative.artifact.path", directory.resolve("none")))
                .containsKey("narrative.artifact.path")
                .doesNotContainKey("narrative.artifact.hash");
        assertThat(log.text()).contains("cannot read an artifact");
    }

    @Test
    void failedCall_leavesNoArtifact() {
        Path missing = directory.resolve("none");
        TracedCall call = enter(Sites.site(ReturnKind.IGNORED, "capture = 0 as narrative.artifact.path"), missing);
        call.exit(new IllegalStateException("full"));

        assertThat(RecordedSpans.attributes(recorded.only())).containsKey("narrative.artifact.path");
        assertThat(log.text()).isEmpty();
    }

    private Map<String, Object> returning(String capture, Object result) {
        int before = recorded.all().size();
        enter(Sites.site(ReturnKind.VALUE, capture)).exit(result, null);
        assertThat(recorded.all()).hasSize(before + 1);
        return RecordedSpans.attributes(recorded.all().get(before));
    }

    private static TracedCall enter(MethodSite site, @Nullable Object... arguments) {
        return Objects.requireNonNull(site.enter(null, arguments));
    }
}
