package dev.narrative.export.logging;

import static dev.narrative.export.logging.Spans.ended;
import static dev.narrative.export.logging.Spans.span;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.export.ExporterProvider;
import dev.narrative.model.SpanData;
import dev.narrative.model.tree.TreeStyle;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class LoggingExporterTest {
    private final List<String> writes = new ArrayList<>();
    private final LoggingExporter exporter = new LoggingExporter(
            new PrintStream(
                    new ByteArrayOutputStream() {
                        @Override
                        public synchronized void write(byte[] bytes, int offset, int length) {
                            writes.add(new String(bytes, offset, length, UTF_8));
                        }
                    },
                    false,
                    UTF_8),
            UTF_8,
            new TreeStyle(100, false, false));

    @Test
    void printsATrace_inOneWrite_onceItsRootHasEnded() {
        export(ended("child", 1, 2, 1));
        export(ended("other", 2, 7, 6));
        assertThat(writes).isEmpty();

        export(ended("grandchild", 1, 3, 2), ended("root", 1, 1, 0));

        assertThat(writes).hasSize(1);
        assertThat(names(writes.get(0))).containsExactly("root", "child", "grandchild");
    }

    @Test
    void takesARemoteParent_forARoot() {
        export(ended("child", 1, 2, 1), span("server", 1, 1, 99, true, 5_000_000));

        assertThat(names(writes.get(0))).containsExactly("server", "child");
    }

    @Test
    void keepsBack_whatBelongsToARootThatIsStillOpen() {
        export(ended("call", 1, 3, 1), span("server", 1, 9, 3, true, 5_000_000));
        assertThat(names(writes.get(0))).containsExactly("server");

        export(ended("root", 1, 1, 0));
        assertThat(names(writes.get(1))).containsExactly("root", "call");
    }

    @Test
    void printsStragglers_asAnAddition() {
        export(ended("root", 1, 1, 0));
        export(ended("late child", 1, 4, 3));
        assertThat(writes).hasSize(1);

        export(ended("late", 1, 3, 1));

        assertThat(writes.get(1)).startsWith("[narrative] later in trace 000000:");
        assertThat(names(writes.get(1))).containsExactly("late", "late child");
    }

    @Test
    void printsWhatIsLeft_onFlush() {
        export(ended("a", 1, 2, 1), ended("b", 2, 2, 1));

        exporter.flush(100);
        exporter.close();

        assertThat(writes).hasSize(1);
        assertThat(writes.get(0)).contains("incomplete, its root has not ended");
        assertThat(names(writes.get(0))).containsExactly("a", "b");
    }

    @Test
    void givesUpTheOldestTrace_aboveTheBoundOfTraces() {
        for (int trace = 1; trace <= TraceCollector.MAX_TRACES; trace++) {
            export(ended("trace" + trace, trace, 2, 1));
        }
        assertThat(writes).isEmpty();

        export(ended("one more", 100_000, 2, 1));

        assertThat(writes).hasSize(1);
        assertThat(writes.get(0)).contains("incomplete");
        assertThat(names(writes.get(0))).containsExactly("trace1");
    }

    @Test
    void givesUpTheOldestTrace_aboveTheBoundOfSpans() {
        export(ended("old", 2, 2, 1));
        for (int i = 0; i <= TraceCollector.MAX_SPANS; i++) {
            export(ended("s", 1, 10 + i, 1));
        }

        assertThat(writes.get(0)).contains("incomplete");
        assertThat(names(writes.get(0))).containsExactly("old");
        assertThat(writes).hasSize(2);
    }

    @Test
    void forgetsNothing_andDoublesNothing_underEveryOrder() {
        List<SpanData> spans = new ArrayList<>();
        for (int id = 1; id <= 6; id++) {
            spans.add(ended("s" + id, 1, id, id / 2));
        }
        for (int rotation = 0; rotation < spans.size(); rotation++) {
            writes.clear();
            LoggingExporterTest fresh = new LoggingExporterTest();
            for (int i = 0; i < spans.size(); i++) {
                fresh.exporter.export(List.of(spans.get((i + rotation) % spans.size())));
            }
            fresh.exporter.flush(1);
            List<String> printed = new ArrayList<>();
            fresh.writes.forEach(text -> printed.addAll(names(text)));
            assertThat(printed).containsExactlyInAnyOrder("s1", "s2", "s3", "s4", "s5", "s6");
        }
    }

    @Test
    void isFound_asLogging() {
        assertThat(ServiceLoader.load(ExporterProvider.class))
                .extracting(ExporterProvider::name)
                .contains("logging");
        assertThat(LoggingExporterProvider.width("72")).isEqualTo(72);
        assertThat(LoggingExporterProvider.width("wide")).isEqualTo(120);
        assertThat(LoggingExporterProvider.width(null)).isEqualTo(120);
    }

    private void export(SpanData... spans) {
        exporter.export(List.of(spans));
    }

    /** The names in the printed trees, from top to bottom. */
    private static List<String> names(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("trace 0") && !line.startsWith("[narrative]"))
                .map(line -> line.replaceAll("^[ │├└─]*", "").replaceAll("( \\[shop])? {2,}.*", ""))
                .toList();
    }
}
