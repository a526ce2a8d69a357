package dev.narrative.console.index;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import dev.narrative.console.query.StatsBy;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.query.TraceId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Consoles that have one directory open while a journal grows. */
final class TwoConsolesTest extends IndexFixture {
    private static final int CONSOLES = 3;
    private static final int LINES = 200;

    @Test
    void takeEachSpanOnce_whoeverReadsItFirst() throws Exception {
        JournalFile journal = file("2026-11-21/shop-1-1.jsonl");
        journal.append(span(1, 1).call("gpt-4o", 1, 1, 0.01).build());
        ExecutorService threads = Executors.newFixedThreadPool(CONSOLES);
        List<Future<?>> running = new ArrayList<>();
        for (int console = 0; console < CONSOLES; console++) {
            running.add(threads.submit(() -> {
                try (JournalIndex index = open()) {
                    while (spans(index, 1) < LINES) {
                        assertThat(index.traces().stats(StatsQuery.by(StatsBy.SESSION)))
                                .hasSize(1);
                    }
                }
            }));
        }
        for (int i = 2; i <= LINES; i++) {
            journal.append(span(1, i).parent(1).call("gpt-4o", 1, 1, 0.01).build());
        }
        for (Future<?> each : running) {
            each.get(3, TimeUnit.MINUTES);
        }
        threads.shutdown();

        try (JournalIndex index = open()) {
            assertThat(index.traces().trace(new TraceId(1, 1)).orElseThrow().inputTokens())
                    .isEqualTo(LINES);
            assertThat(index.traces().stats(StatsQuery.by(StatsBy.MODEL)).get(0).calls())
                    .isEqualTo(LINES);
            assertThat(index.verify(LONG, IndexProgress.NONE)).isEmpty();
        }
    }
}
