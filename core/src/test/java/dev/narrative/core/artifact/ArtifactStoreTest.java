package dev.narrative.core.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.log.CapturedLog;
import dev.narrative.core.trace.RecordedSpans;
import dev.narrative.core.trace.Sampler;
import dev.narrative.core.trace.Tracer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArtifactStoreTest {
    private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(1);

    @TempDir
    private Path directory;

    private final ArtifactStore store = new ArtifactStore();
    private final CapturedLog log = new CapturedLog();
    private final Tracer tracer = new Tracer(new RecordedSpans(), Sampler.ALL);

    @BeforeEach
    void start() {
        AgentRuntime.start(
                tracer,
                AgentConfig.of(Map.of(
                        "narrative.journal.dir", directory.resolve("journal").toString())));
    }

    @AfterEach
    void stop() throws InterruptedException {
        store.awaitWritten(LIMIT_NANOS);
        log.close();
        AgentRuntime.start(tracer, AgentConfig.defaults());
    }

    @Test
    void nothingIsKept_byDefault() {
        assertThat(content("none", "text/plain", "text")).isNull();
    }

    @Test
    void whatIsKept_isADistinctCopy() throws Exception {
        byte[] bytes = "pages".getBytes(StandardCharsets.UTF_8);
        ArtifactContent content = ArtifactContent.of("application/pdf", "1234", bytes, config("full"));
        bytes[0] = '!';

        write(content);

        assertThat(stored("1234")).hasContent("pages");
    }

    @Test
    void masked_keepsTextsWithoutTheirSecrets_andNothingElse() throws Exception {
        assertThat(content("masked", "image/png", "text")).isNull();
        for (String type : List.of("text/html; charset=utf-8", "application/json", "image/svg+xml")) {
            assertThat(content("masked", type, "text")).as(type).isNotNull();
        }

        write(content("masked", "text/plain", "write to ada@example.org"));

        assertThat(stored("ab.masked")).hasContent("write to ***");
    }

    @Test
    void masked_writesNoText_thatIsNone() throws Exception {
        write(ArtifactContent.of("text/plain", "ab", new byte[] {(byte) 0xff, (byte) 0xfe}, config("masked")));

        assertThat(directory.resolve("journal"))
                .satisfiesAnyOf(path -> assertThat(path).doesNotExist(), path -> assertThat(path.resolve("artifacts"))
                        .isEmptyDirectory());
    }

    @Test
    void sameContent_isWrittenOnce_andBecomesYoungAgain() throws Exception {
        write(content("full", "text/plain", "text"));
        Files.setLastModifiedTime(stored("ab"), FileTime.fromMillis(1_000));
        write(content("full", "text/plain", "text"));

        assertThat(Files.getLastModifiedTime(stored("ab")).toMillis()).isGreaterThan(1_000);
        try (Stream<Path> files = Files.list(stored("ab").resolveSibling(""))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void sweep_deletesWhatIsOld() throws IOException {
        ArtifactDirectory swept = new ArtifactDirectory(directory);
        Path old = Files.writeString(directory.resolve("old"), "old");
        Files.setLastModifiedTime(old, FileTime.fromMillis(1_000));
        Path young = Files.writeString(directory.resolve("young"), "young");

        swept.sweep(2_000);

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void whatCannotBeWritten_isSaid_andTheNextOneIsTried() throws Exception {
        Files.writeString(directory.resolve("journal"), "a file where a directory should be");
        write(content("full", "text/plain", "text"));
        assertThat(log.text()).contains("cannot store an artifact");
        Files.delete(directory.resolve("journal"));

        write(content("full", "text/plain", "text"));

        assertThat(stored("ab")).exists();
    }

    @Test
    void tooMuchAtOnce_isRefused() {
        byte[] large = new byte[9 << 20];
        ArtifactContent content = new ArtifactContent("ab", large, false);
        boolean refused = false;
        for (int i = 0; i < 200 && !refused; i++) {
            refused = !store.offer(content);
        }

        assertThat(refused).isTrue();
        assertThat(log.text()).contains("more artifacts come than can be written");
    }

    private void write(@Nullable ArtifactContent content) throws InterruptedException {
        assertThat(store.offer(Objects.requireNonNull(content))).isTrue();
        assertThat(store.awaitWritten(LIMIT_NANOS)).isTrue();
    }

    private Path stored(String name) {
        return directory.resolve("journal").resolve("artifacts").resolve(name);
    }

    private static @Nullable ArtifactContent content(String rule, String mediaType, String text) {
        return ArtifactContent.of(mediaType, "ab", text.getBytes(StandardCharsets.UTF_8), config(rule));
    }

    private static AgentConfig config(String content) {
        return AgentConfig.of(Map.of("narrative.llm.content", content));
    }
}
