package dev.narrative.console.record;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.journal.Journal;
import dev.narrative.model.journal.JournalFileName;
import dev.narrative.model.journal.JournalFiles;
import dev.narrative.model.journal.JournalListing;
import dev.narrative.model.journal.JournalSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The traces of shell scripts. Nothing of an open one lives in a process: what is known of it is its snapshot in the
 * journal, where the console finds it as well.
 */
public final class ScriptTraces {
    private final JournalDirectory journal;

    public ScriptTraces(JournalDirectory journal) {
        this.journal = journal;
    }

    /**
     * Begins a trace.
     *
     * @param beginning what it begins with; an id and the times are given to it
     * @param patience how long it counts as running when nobody ends it
     */
    public ScriptTrace start(ScriptStart beginning, Duration patience) throws IOException {
        long now = journal.nowNanos();
        SpanDraft root = beginning
                .root(now)
                .known(AttributeNames.OPEN_UNTIL, Long.toString(Math.addExact(now, patience.toNanos())));
        JournalSpan span = root.build(beginning.service());
        Path file = journal.createFile(beginning.service());
        JournalFiles.replace(JournalFiles.snapshotBeside(file), JournalDirectory.line(span));
        return new ScriptTrace(span, file);
    }

    /** The open traces, those first that began last. */
    public List<ScriptTrace> open() throws IOException {
        List<ScriptTrace> open = new ArrayList<>();
        for (Path snapshot : snapshots()) {
            for (JournalSpan span : Journal.read(snapshot).spans()) {
                JournalFileName name =
                        JournalFileName.parse(snapshot.getFileName().toString());
                if (name != null && span.scope().equals(ScriptTrace.SCOPE)) {
                    open.add(new ScriptTrace(
                            span, snapshot.resolveSibling(name.asJournal().toString())));
                }
            }
        }
        open.sort(Comparator.comparingLong((ScriptTrace trace) -> trace.root().startEpochNanos())
                .reversed());
        return open;
    }

    /** Adds a span that has ended to a trace, below its root where it has no other parent. */
    public void log(ScriptTrace trace, SpanDraft step) throws IOException {
        step.scope(ScriptTrace.SCOPE)
                .endedAt(journal.nowNanos())
                .known(AttributeNames.SESSION_ID, trace.session())
                .known(AttributeNames.STORY_ID, trace.story())
                .known(AttributeNames.USER_ID, trace.user());
        JournalDirectory.append(trace.file(), step.build(trace.root().resource().serviceName()));
    }

    /**
     * Ends a trace. What is killed in between leaves its end in the journal, which counts before the snapshot.
     *
     * @param output what came out of it; {@code null} for nothing
     * @param error why it failed; {@code null} where it did not
     */
    public void end(ScriptTrace trace, @Nullable String output, @Nullable String error) throws IOException {
        JournalSpan root = trace.root();
        SpanDraft ended = new SpanDraft(trace.id(), root.spanId(), root.name());
        ended.scope(root.scope()).parent(root.parentSpanId());
        ended.at(root.startEpochNanos(), Math.max(root.startEpochNanos(), journal.nowNanos()));
        root.visitAttributes(new KnownTexts(ended));
        ended.with(AttributeNames.OUTPUT, output);
        if (error != null) {
            ended.failed(error);
        }
        JournalDirectory.append(trace.file(), ended.build(root.resource().serviceName()));
        Files.deleteIfExists(JournalFiles.snapshotBeside(trace.file()));
    }

    private List<Path> snapshots() {
        if (Files.notExists(journal.path())) {
            return List.of();
        }
        JournalListing listing = new JournalListing();
        listing.add(journal.path());
        return listing.snapshots();
    }
}
