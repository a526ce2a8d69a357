package dev.narrative.testing.agent.delivery;

import dev.narrative.model.journal.Journal;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.testing.agent.AgentRun;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run has journaled, what waits in its spool, and what a collector has got. */
final class Deliveries {
    private Deliveries() {}

    /** The ended spans of a journal by their ids. */
    static Set<String> journaled(AgentRun run) {
        return Journal.read(List.of(run.journal())).spans().stream()
                .filter(span -> span.state() == SpanState.ENDED)
                .map(JournalSpan::spanId)
                .map(Long::toHexString)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The ids of spans, each as often as it stands there. */
    static List<String> ids(List<Span> spans) {
        return spans.stream()
                .map(span ->
                        Long.toHexString(span.getSpanId().asReadOnlyByteBuffer().getLong()))
                .collect(Collectors.toList());
    }

    /** Those of the first that are not among the second. */
    static Set<String> missing(Set<String> expected, Collection<String> arrived) {
        Set<String> missing = new HashSet<>(expected);
        // Not removeAll, which may look through a list for each.
        arrived.forEach(missing::remove);
        return missing;
    }

    /** How many requests wait on disk; -1 while they change too fast to be counted. */
    static long spooled(AgentRun run) {
        Path spool = run.journal().resolve("spool");
        if (!Files.isDirectory(spool)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(spool)) {
            return files.filter(file -> file.toString().endsWith(".request")).count();
        } catch (IOException | UncheckedIOException changing) {
            return -1;
        }
    }
}
