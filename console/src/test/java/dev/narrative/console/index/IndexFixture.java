package dev.narrative.console.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.TraceSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** An index over a journal that a test writes. */
abstract class IndexFixture {
    static final Duration NOT_LONG = Duration.ofMillis(50);
    static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path traces;

    JournalFile file(String name) {
        return new JournalFile(traces.resolve(name));
    }

    IndexDirectory directory() {
        return IndexDirectory.within(List.of(traces));
    }

    JournalIndex open() {
        return JournalIndex.open(List.of(traces), directory(), LONG);
    }

    static long spans(JournalIndex index, long trace) {
        assertThat(index.refresh(LONG, IndexProgress.NONE)).isTrue();
        return index.traces()
                .trace(new TraceId(trace, trace))
                .map(TraceSummary::spans)
                .orElse(0L);
    }

    static TraceSummary trace(JournalIndex index, long trace) {
        return index.traces().trace(new TraceId(trace, trace)).orElseThrow();
    }
}
