package dev.narrative.export.logging;

import dev.narrative.core.export.SpanExporter;
import dev.narrative.model.Ids;
import dev.narrative.model.SpanData;
import dev.narrative.model.tree.TreePrinter;
import dev.narrative.model.tree.TreeStyle;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Prints a trace as a tree once its root in this process has ended, what ends later as an addition to it. */
final class LoggingExporter implements SpanExporter {
    private final PrintStream stream;
    private final Charset charset;
    private final TreePrinter printer;
    private final TraceCollector collector = new TraceCollector();

    LoggingExporter(PrintStream stream, Charset charset, TreeStyle style) {
        this.stream = stream;
        this.charset = charset;
        printer = new TreePrinter(style);
    }

    @Override
    public void export(List<SpanData> batch) {
        List<FinishedTrace> finished = new ArrayList<>();
        for (SpanData span : batch) {
            collector.add(span, finished);
        }
        collector.finish(finished);
        print(finished);
    }

    @Override
    public void flush(long timeoutMillis) {
        List<FinishedTrace> rest = new ArrayList<>();
        collector.drain(rest);
        print(rest);
    }

    @Override
    public void close() {
        flush(0);
    }

    /** Everything in one write, so that the application's own lines don't come between. */
    private void print(List<FinishedTrace> traces) {
        if (traces.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (FinishedTrace trace : traces) {
            SpanData first = trace.spans().get(0);
            text.append(
                    switch (trace.completeness()) {
                        case COMPLETE -> "";
                        case ADDITION -> "[narrative] later in trace " + shortId(first) + ":\n";
                        case INCOMPLETE ->
                            "[narrative] incomplete, its root has not ended: trace " + shortId(first) + ":\n";
                    });
            text.append(printer.print(trace.spans()));
        }
        byte[] bytes = text.toString().getBytes(charset);
        stream.write(bytes, 0, bytes.length);
        stream.flush();
    }

    private static String shortId(SpanData span) {
        return Ids.spanId(span.traceIdHigh()).substring(0, 6);
    }
}
