package dev.narrative.console.cli;

import dev.narrative.console.export.TraceFormat;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.store.TracePage;
import dev.narrative.console.store.TraceQueries;
import dev.narrative.console.store.TraceSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/**
 * Traces as files of a directory, one each. A file has the time at which its trace ended, which tells a second run what
 * it need not write again.
 */
final class TraceFiles {
    private final Path directory;
    private final TraceFormat format;
    private long written;
    private long there;

    TraceFiles(Path directory, TraceFormat format) {
        this.directory = directory;
        this.format = format;
    }

    /** Writes all traces that are asked for, page by page. */
    void write(TraceQuery query, TraceQueries traces, Shell shell) throws IOException {
        Files.createDirectories(directory);
        long total = 0;
        for (TracePage page = traces.traces(query); ; page = traces.traces(query.after(page.next()))) {
            total += page.traces().size();
            if (page.next() == null) {
                break;
            }
        }
        try (ProgressLine progress = new ProgressLine("exporting", "traces", shell)) {
            for (TracePage page = traces.traces(query); ; page = traces.traces(query.after(page.next()))) {
                for (TraceSummary trace : page.traces()) {
                    write(trace, traces);
                    progress.advanced(written + there, total, written + there);
                }
                if (page.next() == null) {
                    break;
                }
            }
        }
        shell.hint(written + (written == 1 ? " trace was" : " traces were") + " written to " + directory
                + (there == 0 ? "" : ", " + there + (there == 1 ? " was" : " were") + " there already"));
    }

    private void write(TraceSummary trace, TraceQueries traces) throws IOException {
        Path file = directory.resolve(trace.id() + format.suffix());
        FileTime ended = FileTime.from(TimeUnit.NANOSECONDS.toMillis(trace.endNanos()), TimeUnit.MILLISECONDS);
        if (Files.exists(file) && Files.getLastModifiedTime(file).toMillis() == ended.toMillis()) {
            there++;
            return;
        }
        Path part = directory.resolve(file.getFileName() + ".part");
        try {
            Files.writeString(part, format.write(trace, traces.spans(trace.id())));
            Files.setLastModifiedTime(part, ended);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        written++;
    }
}
