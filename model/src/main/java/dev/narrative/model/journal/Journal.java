package dev.narrative.model.journal;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.SpanKey;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads journals: directories such as {@code narrative-traces}, single days of them, single files, and what the
 * OpenTelemetry Collector's file exporter writes as JSON.
 */
public final class Journal {
    private static final String TORN = "the line breaks off: the process was killed while it wrote, or is writing now;"
            + " the spans before the break are read, nothing is to be done";

    private final OtlpJsonDecoder decoder = new OtlpJsonDecoder();
    private final List<JournalSpan> ended = new ArrayList<>();
    private final Map<SpanKey, OpenSpan> open = new LinkedHashMap<>();
    private final List<JournalProblem> problems = new ArrayList<>();

    /** An open span and the file that it was found in. */
    private record OpenSpan(JournalSpan span, Path file) {}

    private Journal() {}

    /** Reads all that a directory or file holds. */
    public static JournalContent read(Path place) {
        return read(List.of(place));
    }

    /** Reads all that several directories or files hold, as one journal. */
    public static JournalContent read(List<Path> places) {
        Journal journal = new Journal();
        JournalListing listing = new JournalListing();
        for (Path place : places) {
            listing.add(place);
        }
        journal.problems.addAll(listing.problems());
        // Snapshots first: a span that ends in between is then found as ended too, and is not lost.
        for (Path file : listing.snapshots()) {
            journal.readFile(file);
        }
        for (Path file : listing.journals()) {
            journal.readFile(file);
        }
        return journal.content();
    }

    /**
     * Hands the spans of one file to a sink, line by line, so that a file of any size takes little memory. A line that
     * breaks off or is no OTLP-JSON ends there, and the next is read.
     */
    public static void scan(Path file, SpanSink sink) throws IOException {
        OtlpJsonDecoder decoder = new OtlpJsonDecoder();
        try (JournalLines lines = new JournalLines(file)) {
            while (lines.next()) {
                if (!lines.isTooLong() && !lines.isBlank()) {
                    try {
                        decoder.decode(lines.bytes(), 0, lines.length(), sink);
                    } catch (IOException e) {
                        sink.problem(lines.isTerminated() ? notOtlp(e) : TORN);
                    }
                }
            }
        }
    }

    private JournalContent content() {
        for (JournalSpan span : ended) {
            open.remove(SpanKey.of(span));
        }
        ProcessLiveness processes = new ProcessLiveness();
        List<JournalSpan> spans = ended;
        for (OpenSpan candidate : open.values()) {
            spans.add(candidate
                    .span()
                    .withState(isRunning(candidate, processes) ? SpanState.RUNNING : SpanState.INTERRUPTED));
        }
        return new JournalContent(spans, problems);
    }

    private void readFile(Path file) {
        try (JournalLines lines = new JournalLines(file)) {
            while (lines.next()) {
                if (lines.isTooLong()) {
                    problem(file, lines, "the line is longer than 64 MB and was passed over; it is not a journal's");
                } else if (!lines.isBlank()) {
                    readLine(file, lines);
                }
            }
        } catch (NoSuchFileException gone) {
            // a snapshot that its process has just taken away, or a file that has expired
        } catch (IOException e) {
            problems.add(new JournalProblem(file, 0, JournalListing.unreadable(e)));
        }
    }

    private void readLine(Path file, JournalLines lines) {
        SpanSink sink = new SpanSink() {
            @Override
            public void span(JournalSpan span) {
                if (span.state() == SpanState.ENDED) {
                    ended.add(span);
                } else {
                    open.putIfAbsent(SpanKey.of(span), new OpenSpan(span, file));
                }
            }

            @Override
            public void problem(String message) {
                Journal.this.problem(file, lines, message + "; the span is left out, check what wrote it");
            }
        };
        try {
            decoder.decode(lines.bytes(), 0, lines.length(), sink);
        } catch (IOException e) {
            problem(file, lines, lines.isTerminated() ? notOtlp(e) : TORN);
        }
    }

    private void problem(Path file, JournalLines lines, String message) {
        problems.add(new JournalProblem(file, lines.number(), message));
    }

    private static String notOtlp(IOException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return "the line is not OTLP-JSON (" + (end < 0 ? message : message.substring(0, end))
                + "); it is left out from there on, delete it or check what else writes to this file";
    }

    private static boolean isRunning(OpenSpan candidate, ProcessLiveness processes) {
        Long until = candidate.span().openUntilNanos();
        return until == null
                ? processes.isAlive(pid(candidate), candidate.file())
                : TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) < until;
    }

    /** The process of a span, from its resource or else from the file's name; {@code null} when neither tells. */
    private static @Nullable Long pid(OpenSpan open) {
        if (open.span().resource().attributes().get(AttributeNames.PROCESS_PID) instanceof Long pid) {
            return pid;
        }
        Path fileName = open.file().getFileName();
        JournalFileName name = fileName == null ? null : JournalFileName.parse(fileName.toString());
        return name == null ? null : name.pid();
    }
}
