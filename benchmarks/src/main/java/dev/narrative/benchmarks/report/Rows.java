package dev.narrative.benchmarks.report;

import static dev.narrative.benchmarks.report.Bar.atLeast;
import static dev.narrative.benchmarks.report.Bar.atMost;
import static dev.narrative.benchmarks.report.Measure.ADDED;
import static dev.narrative.benchmarks.report.Measure.ADDED_TO_OPENTELEMETRY;
import static dev.narrative.benchmarks.report.Measure.OF_NONE;
import static dev.narrative.benchmarks.report.Measure.TO_NONE;
import static dev.narrative.benchmarks.report.Measure.VALUE;
import static dev.narrative.benchmarks.report.Measure.WORST;
import static dev.narrative.benchmarks.report.Row.barred;
import static dev.narrative.benchmarks.report.Row.plain;

import java.util.List;

/**
 * The table's lines with their bars: the one place where bars are written down. Absolute figures in brackets are the
 * design's own machine; what is judged is the part that moves with the machine. The calling thread's figures are judged
 * twice: flat out, where queues run full and dropping may be cheap, and where every span arrives.
 */
final class Rows {
    private static final Bar ALL_ARRIVE = atMost("0 (all spans exported)", WORST, 0);

    static final List<Row> ALL = List.of(
            barred("jar.size", "jar, MB", 1, atMost("<= 10 MB", VALUE, 10)),
            barred("masking.worst", "masking, worst text, ns a character", 2, atMost("<= 10 ns", VALUE, 10)),
            plain("masking.prose", "... prose", 2),
            plain("masking.json", "... JSON", 2),
            barred(
                            "hello.wall",
                            "hello world, nothing to trace, wall s",
                            3,
                            atMost("<= 0.04 x (0.10 s)", ADDED_TO_OPENTELEMETRY, 0.04))
                    .unlessLost("hello.lost"),
            plain("hello.cpu", "... CPU s", 2),
            plain("hello.lost", "... spans lost", 0),
            barred(
                            "traced.wall",
                            "hello world, main traced, wall s",
                            3,
                            atMost("<= 0.10 x (0.27 s)", ADDED_TO_OPENTELEMETRY, 0.10))
                    .unlessLost("traced.lost"),
            plain("traced.cpu", "... CPU s", 2),
            barred("traced.lost", "... spans lost", 0, ALL_ARRIVE),
            barred(
                    "spring.wall",
                    "Spring Boot start, wall s",
                    2,
                    atMost("<= 0.10 x (0.35 s)", ADDED_TO_OPENTELEMETRY, 0.10)),
            plain("spring.cpu", "... CPU s", 2),
            barred(
                    "method.thread",
                    "method span, calling thread ns, flat out",
                    0,
                    atMost("<= 0.5 x (300 ns)", ADDED_TO_OPENTELEMETRY, 0.5)),
            barred("method.alloc", "... calling thread B, flat out", 0, atMost("<= 600 B", ADDED, 600)),
            barred(
                            "method.paced.thread",
                            "... calling thread ns, all delivered",
                            0,
                            atMost("<= 0.5 x (300 ns)", ADDED_TO_OPENTELEMETRY, 0.5))
                    .unlessLost("method.lost"),
            barred("method.paced.alloc", "... calling thread B, all delivered", 0, atMost("<= 600 B", ADDED, 600))
                    .unlessLost("method.lost"),
            barred(
                            "method.cpu",
                            "method span, all CPU with export, us",
                            2,
                            atMost("<= 0.4 x (1.5 us)", ADDED_TO_OPENTELEMETRY, 0.4))
                    .unlessLost("method.lost"),
            barred("method.lost", "... spans lost", 0, ALL_ARRIVE),
            barred(
                    "nested.thread",
                    "parent and ten children, calling thread ns, flat out",
                    0,
                    atMost("<= 0.5 x", ADDED_TO_OPENTELEMETRY, 0.5)),
            barred(
                    "nested.alloc",
                    "... calling thread B, flat out",
                    0,
                    atMost("<= 0.5 x", ADDED_TO_OPENTELEMETRY, 0.5)),
            barred(
                            "nested.paced.thread",
                            "... calling thread ns, all delivered",
                            0,
                            atMost("<= 0.5 x", ADDED_TO_OPENTELEMETRY, 0.5))
                    .unlessLost("nested.lost"),
            barred(
                            "nested.paced.alloc",
                            "... calling thread B, all delivered",
                            0,
                            atMost("<= 0.5 x", ADDED_TO_OPENTELEMETRY, 0.5))
                    .unlessLost("nested.lost"),
            plain("nested.cpu", "... all CPU with export, us", 2),
            barred("nested.lost", "... spans lost", 0, ALL_ARRIVE),
            barred("api.dearest", "API without agent, dearest call ns", 2, atMost("<= 5 ns", OF_NONE, 5)),
            plain("api.story", "... start and end of a story", 2),
            plain("api.span", "... a span with an attribute", 2),
            plain("api.current", "... log and score on the current span", 2),
            plain("api.generation", "... a generation with usage and output", 2),
            plain("api.transport", "... headers, wrap, continueFrom", 2),
            barred("http.cpu", "JDK HttpClient call, all CPU us", 1, atMost("<= 0.75 x", ADDED_TO_OPENTELEMETRY, 0.75))
                    .unlessLost("http.lost"),
            barred("http.alloc", "... application's threads B", 0, atMost("<= 4 kB", ADDED, 4_000))
                    .unlessLost("http.lost"),
            barred("http.lost", "... spans lost", 0, ALL_ARRIVE),
            barred("stream.cpu", "streamed answer, 2,000 chunks, CPU ms", 1, atMost("<= 1.05", TO_NONE, 1.05))
                    .unlessLost("stream.lost"),
            plain("stream.cpu.mean", "... on average, with what the compiler still does", 1),
            plain("stream.thread", "... calling thread CPU ms", 2),
            barred("stream.first", "... first chunk ms", 2, atMost("<= 1.10 (within noise)", TO_NONE, 1.10))
                    .unlessLost("stream.lost"),
            plain("stream.first.thread", "... first chunk, calling thread CPU ms", 3),
            plain("stream.cold", "... first chunk of the process's first call, ms", 0),
            barred("stream.lost", "... spans lost", 0, ALL_ARRIVE),
            barred("web.pace.cpu", "web, even pace, CPU us a request", 0, atMost("<= 1.12", TO_NONE, 1.12))
                    .unlessLost("web.pace.lost"),
            barred("web.pace.lost", "... spans lost", 0, ALL_ARRIVE),
            barred("web.full.rate", "web, full load, requests/s", 0, atLeast(">= 0.88 (all)", TO_NONE, 0.88))
                    .unlessLost("web.full.lost"),
            barred("web.full.lost", "... spans lost", 0, ALL_ARRIVE),
            barred("web.classes", "web, classes loaded", 0, atMost("<= +1,500", ADDED, 1_500)),
            barred("web.metaspace", "web, metaspace MB", 1, atMost("<= +9 MB", ADDED, 9)),
            barred("web.peak", "web, peak memory MB", 0, atMost("<= 1.12", TO_NONE, 1.12)),
            barred("sustained.lost", "20,000 spans/s, spans lost", 0, atMost("0", WORST, 0)),
            plain("outage.journaled", "collector and Langfuse down, kill -9, spans journaled", 0),
            barred("outage.missing", "... spans that never arrived", 0, atMost("0", WORST, 0)),
            barred("outage.doubled", "... spans that arrived twice", 0, atMost("0", WORST, 0)),
            plain("outage.heap.before", "... heap after GC before, MB", 1),
            plain("outage.heap.during", "... most during", 1),
            plain("outage.median.before", "... one call before, median ns", 0),
            plain("outage.median.during", "... during", 0),
            plain("outage.p99.before", "... one call before, 99th percentile ns", 0),
            plain("outage.p99.during", "... during", 0));

    private Rows() {}
}
