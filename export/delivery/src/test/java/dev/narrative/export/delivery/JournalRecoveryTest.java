package dev.narrative.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.export.DestinationCounters;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanData;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.OtlpJsonEncoder;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JournalRecoveryTest {
    private static final Resource SHOP = new Resource("shop", new Attributes().put("service.name", "shop"));
    private static final long DEAD_PID = 4711;

    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock();
    private final DestinationCounters counters = new DestinationCounters();
    private @Nullable Path journal;
    private @Nullable Spool dead;
    private @Nullable Bookkeeping books;

    @BeforeEach
    void beginProcess() throws IOException {
        Path day = Files.createDirectories(directory.resolve("2026-11-21"));
        journal = Files.createFile(day.resolve("shop-4711-1.jsonl"));
        dead = spool(DEAD_PID);
        books = new Bookkeeping(dead, clock.get(), clock.get().millis());
        books.begin();
        books.journalIs(journal);
        clock.advance(5_000);
        now(journal);
    }

    @AfterEach
    void end() throws IOException {
        dead().close();
    }

    @Test
    void sendsWhatWasJournaled_andNeitherSentNorSpooled() throws IOException {
        journal(1, 2, 3, 4, 5);
        books().goesOut(new long[] {1, 2});
        spoolSpans(3);
        kill();

        assertThat(recovered()).containsExactlyInAnyOrder("spooled 3", "shop [4, 5]");
    }

    @Test
    void sendsWhatCameBack() throws IOException {
        journal(1, 2);
        int entry = books().goesOut(new long[] {1});
        books().goesOut(new long[] {2});
        books().cameBack(entry);
        kill();

        assertThat(recovered()).containsExactly("shop [1]");
    }

    @Test
    void leavesAloneWhatEndedBeforeTheLedgerBegan() throws IOException {
        clock.advance(-60_000);
        journal(1);
        clock.advance(60_000);
        journal(2);
        kill();

        assertThat(recovered()).containsExactly("shop [2]");
    }

    @Test
    void knowsTheJournalsFile_beforeAnythingIsSent() throws IOException {
        journal(1, 2);
        kill();

        assertThat(recovered()).containsExactly("shop [1, 2]");
    }

    @Test
    void followsTheJournal_fromFileToFile() throws IOException {
        journal(1);
        journal = Files.createFile(journal().resolveSibling("shop-4711-2.jsonl"));
        books().journalIs(journal());
        journal(2);
        kill();

        assertThat(recovered()).containsExactlyInAnyOrder("shop [1, 2]");
    }

    @Test
    void ledgerBeginsAnew_whenSomethingHadGoneOutBefore() throws IOException {
        books().closeAndRemove();
        books = new Bookkeeping(dead(), clock.get(), clock.get().millis());
        books().goesOut(new long[] {1});
        journal(1);
        clock.advance(1_000);
        books().journalIs(journal());
        clock.advance(1_000);
        journal(2);
        kill();

        assertThat(recovered()).containsExactly("shop [2]");
    }

    @Test
    void readsTornLinesAndTornLedgers_asFarAsTheyGo() throws IOException {
        journal(1, 2);
        append("{\"resourceSpans\":[{\"resource\":");
        books().goesOut(new long[] {1});
        Path ledger = dead().ownDirectory().resolve("ledger-1");
        Files.write(ledger, new byte[] {0, 0, 0, 9, 0, 0, 0, 2, 1, 2, 3}, StandardOpenOption.APPEND);
        kill();

        assertThat(recovered()).containsExactly("shop [2]");
    }

    @Test
    void knowsTheLastSpans_overAFullLedger() throws IOException {
        long[] ids = new long[40_000];
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < ids.length; i++) {
                ids[i] = round * 100_000L + i;
            }
            clock.advance(1_000);
            books().goesOut(ids);
        }
        journal(1_900_007, 5_000_000);
        kill();

        assertThat(recovered()).containsExactly("shop [5000000]");
        assertThat(Files.exists(directory.resolve("spool"))).isTrue();
    }

    @Test
    void findsNothing_afterAProperEnd() throws IOException {
        journal(1, 2);
        books().goesOut(new long[] {1});
        books().closeAndRemove();
        dead().close();

        assertThat(recovered()).isEmpty();
    }

    @Test
    void takesOverTheSpool_thoughTheJournalIsGone() throws IOException {
        journal(1);
        spoolSpans(3);
        kill();
        Files.delete(journal());

        assertThat(recovered()).containsExactly("spooled 3");
    }

    /** What the next process sends: which spans of which process. */
    private List<String> recovered() throws IOException {
        Spool heir = spool(1);
        SpanEncoders encoders = process -> (spans, requests) -> requests.accept(request(process, spans));
        TakeOver.by(heir, new JournalRecovery(encoders, "otlp"));
        List<String> names = SpoolTest.drain(heir);
        heir.close();
        return names;
    }

    private static Request request(Resource process, List<? extends SpanData> spans) {
        String ids = spans.stream().map(span -> String.valueOf(span.spanId())).collect(Collectors.joining(", "));
        return Requests.named(
                process.serviceName() + " [" + ids + "]",
                spans.size(),
                spans.stream().mapToLong(SpanData::spanId).toArray());
    }

    private Spool spool(long pid) {
        SpoolOptions options = new SpoolOptions(directory.resolve("spool/otlp"), 1 << 30, Long.MAX_VALUE / 2);
        return new Spool(options, SpoolDisk.REAL, clock.get(), counters, pid);
    }

    private void spoolSpans(long id) {
        dead().write(new Parcel(
                new SpoolName(clock.get().millis(), DEAD_PID, 1, 1), Requests.named("spooled " + id, 1, id)));
    }

    /** Gives up the directory as a process does that is killed: its files stay. */
    private void kill() throws IOException {
        books().close();
        try (Stream<Path> files = Files.list(dead().ownDirectory())) {
            for (Path file : files.toList()) {
                now(file);
            }
        }
        dead().close();
    }

    private void journal(long... ids) throws IOException {
        List<SpanData> spans = new ArrayList<>();
        for (long id : ids) {
            spans.add(span(id));
        }
        JsonWriter line = new JsonWriter(1024);
        new OtlpJsonEncoder(SHOP).encode(spans, line);
        append(new String(Arrays.copyOf(line.buffer(), line.size()), StandardCharsets.UTF_8));
    }

    private void append(String text) throws IOException {
        Files.writeString(journal(), text, StandardOpenOption.APPEND);
        now(journal());
    }

    private void now(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(clock.get().millis()));
    }

    private JournalSpan span(long id) {
        long now = TimeUnit.MILLISECONDS.toNanos(clock.get().millis());
        return new JournalSpan(
                1,
                1,
                id,
                0,
                false,
                "s" + id,
                SpanKind.INTERNAL,
                now - 1,
                now,
                StatusCode.UNSET,
                null,
                "test",
                null,
                new Attributes(),
                List.of(),
                SHOP,
                SpanState.ENDED);
    }

    private Path journal() {
        return Objects.requireNonNull(journal);
    }

    private Spool dead() {
        return Objects.requireNonNull(dead);
    }

    private Bookkeeping books() {
        return Objects.requireNonNull(books);
    }
}
