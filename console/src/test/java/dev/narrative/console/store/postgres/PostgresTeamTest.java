package dev.narrative.console.store.postgres;

import static dev.narrative.console.SpanBuilder.EPOCH;
import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.narrative.console.JournalFile;
import dev.narrative.console.index.IndexDirectory;
import dev.narrative.console.index.IndexProgress;
import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.journal.JournalPlace;
import dev.narrative.console.query.StatsBy;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.store.FileProgress;
import dev.narrative.console.store.LocatedSpan;
import dev.narrative.console.store.SpanBatch;
import dev.narrative.console.store.StoreException;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.console.store.sql.Sql;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.journal.JournalSpan;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a database is for: several consoles, on several hosts, for longer than a journal. */
final class PostgresTeamTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private final String url = PostgresServer.shared().newSchema();

    private PostgresStore open(String host) {
        return PostgresStore.open(url, PostgresServer.environment(), host, CLOCK);
    }

    private static SpanBatch batch(String file, JournalSpan... spans) {
        List<LocatedSpan> located = Arrays.stream(spans)
                .map(span -> new LocatedSpan(span, new JournalPlace(file, 0, 10)))
                .toList();
        return new SpanBatch(located, List.of(new FileProgress(file, spans.length, 0, 0)), List.of());
    }

    @Test
    void consolesWriteAtOnce_andCountEachSpanOnce() throws Exception {
        int consoles = 4;
        ExecutorService threads = Executors.newFixedThreadPool(consoles);
        List<Future<?>> running = new ArrayList<>();
        for (int console = 0; console < consoles; console++) {
            String host = "host-" + console;
            int own = console;
            running.add(threads.submit(() -> {
                try (PostgresStore store = open(host)) {
                    for (int round = 0; round < 10; round++) {
                        List<JournalSpan> spans = new ArrayList<>();
                        for (int i = 0; i < 20; i++) {
                            int id = round * 20 + i;
                            // One of every console's own, one that all of them have, in traces that all share.
                            spans.add(span(1 + i % 5, 1_000L * (own + 1) + id)
                                    .session("s" + i % 5)
                                    .call("gpt-4o", 1, 1, 0.01)
                                    .build());
                            spans.add(span(1 + i % 5, 100_000L + id)
                                    .session("s" + i % 5)
                                    .build());
                        }
                        store.ingest(batch("/traces/a.jsonl", spans.toArray(new JournalSpan[0])));
                    }
                }
            }));
        }
        for (Future<?> each : running) {
            each.get(2, TimeUnit.MINUTES);
        }
        threads.shutdown();

        try (PostgresStore store = open("reader")) {
            List<TraceSummary> traces = store.traces(TraceQuery.latest(10)).traces();
            assertThat(traces).hasSize(5);
            assertThat(traces.stream().mapToLong(TraceSummary::spans).sum()).isEqualTo(200L * (consoles + 1));
            assertThat(store.stats(StatsQuery.by(StatsBy.MODEL)).get(0).calls()).isEqualTo(200L * consoles);
            assertThat(store.session("s1").orElseThrow().cost()).isCloseTo(0.4 * consoles, within(1e-9));
            assertThat(store.lastChange()).isGreaterThanOrEqualTo(10);
            assertThat(store.progress()).isEmpty();
        }
    }

    @Test
    void followsTheFilesOfItsOwnHost_andKeepsWhatOthersWrote() {
        try (PostgresStore here = open("here");
                PostgresStore there = open("there")) {
            here.ingest(batch("/traces/shop-1-1.jsonl", span(1, 1).build()));
            there.ingest(batch("/traces/shop-1-1.jsonl", span(2, 1).build()));
            assertThat(here.progress()).hasSize(1);

            here.forget("/traces/shop-1-1.jsonl");

            assertThat(here.progress()).isEmpty();
            assertThat(there.progress()).hasSize(1);
            assertThat(here.trace(new TraceId(1, 1))).isEmpty();
            assertThat(here.trace(new TraceId(2, 2))).isPresent();
        }
    }

    @Test
    void keepsWholeSpans_whenTheirJournalHasExpired(@TempDir Path traces) {
        JournalFile file = new JournalFile(traces.resolve("2026-11-21/shop-1-1.jsonl"));
        file.append(span(1, 1).with(AttributeNames.INPUT, "the ferry").build());
        try (JournalIndex index = index(traces)) {
            assertThat(index.refresh(LONG, IndexProgress.NONE)).isTrue();
            file.delete();
            new JournalFile(traces.resolve("2026-11-21/shop-1-2.jsonl"))
                    .append(span(2, 1).build());

            assertThat(index.refresh(LONG, IndexProgress.NONE)).isTrue();

            assertThat(index.traces().spans(new TraceId(1, 1)))
                    .extracting(span -> span.attributes().get(AttributeNames.INPUT))
                    .containsExactly("the ferry");
            assertThat(index.traces().trace(new TraceId(2, 2))).isPresent();
        }
    }

    @Test
    void rebuild_readsItsOwnJournalsAgain_andLeavesTheRest(@TempDir Path traces) {
        try (PostgresStore other = open("there")) {
            other.ingest(batch("/traces/b.jsonl", span(2, 1).build()));
        }
        new JournalFile(traces.resolve("2026-11-21/shop-1-1.jsonl"))
                .append(span(1, 1).build());
        try (JournalIndex index = index(traces)) {
            index.refresh(LONG, IndexProgress.NONE);
            assertThat(index.rebuild(LONG, IndexProgress.NONE)).isTrue();

            assertThat(index.traces().traces(TraceQuery.latest(10)).traces()).hasSize(2);
            assertThatThrownBy(() -> index.verify(LONG, IndexProgress.NONE))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("several consoles");
        }
    }

    @Test
    void dropsWhatHasExpired_byTheDay_butWhatIsHeld() throws SQLException {
        long aDay = Duration.ofDays(1).toMillis();
        try (PostgresStore store = open("here")) {
            for (int day = 0; day < 3; day++) {
                store.ingest(batch(
                        "/traces/a.jsonl",
                        span(10 + day, 1)
                                .at(-day * aDay, 0)
                                .session("kept")
                                .call("gpt-4o", 1, 1, 1)
                                .build(),
                        span(20 + day, 1)
                                .at(-day * aDay, 0)
                                .session("day-" + day)
                                .build()));
            }

            store.dropBefore(DAY, List.of(new TraceId(11, 11)));

            assertThat(store.traces(TraceQuery.latest(10)).traces())
                    .extracting(trace -> trace.id().low())
                    .containsExactlyInAnyOrder(10L, 20L, 11L);
            assertThat(store.spans(new TraceId(11, 11))).hasSize(1);
            assertThat(store.session("kept").orElseThrow().traces()).isEqualTo(2);
            assertThat(store.session("day-1")).isEmpty();
            assertThat(store.stats(StatsQuery.by(StatsBy.MODEL)).get(0).calls()).isEqualTo(2);
            assertThat(partitions()).containsExactly("calls_20261121", "spans_20261121");

            store.ingest(batch("/traces/a.jsonl", span(30, 1).at(-2 * aDay, 0).build()));
            assertThat(store.spans(new TraceId(30, 30))).hasSize(1);
        }
    }

    @Test
    void daysBeyondASize_areTold_andTodayStays() throws SQLException {
        long aDay = Duration.ofDays(1).toMillis();
        try (PostgresStore store = open("here")) {
            for (int day = 0; day < 3; day++) {
                store.ingest(
                        batch("/a.jsonl", span(day + 1, 1).at(-day * aDay, 1).build()));
            }
            long all = Long.MAX_VALUE;
            assertThat(store.firstDayWithin(all)).isEmpty();
            assertThat(store.firstDayWithin(0)).hasValue(DAY);
            long one = number(
                    "SELECT pg_total_relation_size('spans_20261121')" + " + pg_total_relation_size('calls_20261121')");
            assertThat(store.firstDayWithin(2 * one)).hasValue(DAY.minusDays(1));
        }
    }

    @Test
    void keepsATrace_inThePartitionOfItsFirstSpan() {
        long aDay = Duration.ofDays(1).toMillis();
        try (PostgresStore store = open("here")) {
            store.ingest(
                    batch("/a.jsonl", span(1, 2).parent(1).at(aDay, aDay + 1).build()));
            store.ingest(batch("/a.jsonl", span(1, 1).at(0, aDay).build()));
            store.ingest(batch("/a.jsonl", span(1, 1).at(0, aDay).build()));

            assertThat(store.spans(new TraceId(1, 1))).hasSize(2);
            assertThat(store.trace(new TraceId(1, 1)).orElseThrow().startNanos())
                    .isEqualTo(EPOCH);
        }
    }

    @Test
    void refusesADatabase_thatANewerConsoleMade() throws SQLException {
        open("here").close();
        try (Connection connection = PostgresServer.shared().connect(url)) {
            connection.createStatement().execute("INSERT INTO migrations(version, step) VALUES(4711, 'later')");
        }

        assertThatThrownBy(() -> open("here"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("newer console");
    }

    private JournalIndex index(Path traces) {
        return JournalIndex.into(open("here"), List.of(traces), IndexDirectory.within(List.of(traces)));
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = PostgresServer.shared().connect(url)) {
            return Sql.number(connection, sql);
        }
    }

    private List<String> partitions() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = PostgresServer.shared().connect(url);
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                                        + " WHERE relispartition AND relkind = 'r' AND nspname = current_schema() ORDER BY 1")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
