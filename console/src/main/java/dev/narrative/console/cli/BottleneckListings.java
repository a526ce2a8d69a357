package dev.narrative.console.cli;

import dev.narrative.console.analysis.SelfTimes;
import dev.narrative.console.analysis.SlowPaths;
import dev.narrative.model.json.JsonWriter;
import dev.narrative.model.tree.Quantities;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Bottlenecks as rows. */
final class BottleneckListings {
    private BottleneckListings() {}

    static Listing<SelfTimes.Row> selfTimes(SelfTimes.By by, Shell shell) {
        boolean ascii = shell.terminal().ascii();
        List<Column<SelfTimes.Row>> columns = new ArrayList<>();
        if (by == SelfTimes.By.OPERATION) {
            columns.add(Column.flexible("operation", "OPERATION", SelfTimes.Row::operation));
        }
        columns.add(Column.flexible("service", "SERVICE", SelfTimes.Row::service));
        columns.add(count("count", "COUNT", SelfTimes.Row::count));
        columns.add(Column.number("errors", "ERRORS", row -> Shown.count(row.errors()), row -> row.errors() + ""));
        columns.add(duration("self_ms", "SELF", SelfTimes.Row::self, ascii));
        columns.add(percent("self_percent", "%", SelfTimes.Row::share));
        columns.add(duration("p50_ms", "P50", SelfTimes.Row::p50, ascii));
        columns.add(duration("p95_ms", "P95", SelfTimes.Row::p95, ascii));
        columns.add(percent("critical_percent", "CRITICAL %", SelfTimes.Row::critical));
        return new Listing<>("selfTimes", columns, BottleneckListings::write, row -> false);
    }

    static Listing<SlowPaths.Row> paths(Shell shell) {
        boolean ascii = shell.terminal().ascii();
        return new Listing<>(
                "paths",
                List.of(
                        Column.flexible("path", "PATH", SlowPaths.Row::path),
                        count("count", "COUNT", SlowPaths.Row::count),
                        duration("total_ms", "TOTAL", SlowPaths.Row::total, ascii),
                        duration("p50_ms", "P50", SlowPaths.Row::p50, ascii),
                        duration("p95_ms", "P95", SlowPaths.Row::p95, ascii),
                        duration("leaf_self_ms", "IN LEAF", SlowPaths.Row::leafSelf, ascii),
                        duration("max_ms", "MAX", SlowPaths.Row::max, ascii),
                        Column.text(
                                "slowest_trace",
                                "SLOWEST",
                                row -> row.slowest().toString().substring(0, 8),
                                row -> row.slowest().toString())),
                BottleneckListings::write,
                row -> false);
    }

    private static void write(SelfTimes.Row row, JsonWriter out) {
        out.beginObject();
        if (!row.operation().isEmpty()) {
            out.name("operation").value(row.operation());
        }
        out.name("service").value(row.service());
        out.name("count").value(row.count());
        out.name("errors").value(row.errors());
        out.name("selfMs").value(millis(row.self()));
        out.name("selfShare").value(row.share());
        out.name("p50Ms").value(millis(row.p50()));
        out.name("p95Ms").value(millis(row.p95()));
        out.name("criticalShare").value(row.critical());
        out.endObject();
    }

    private static void write(SlowPaths.Row row, JsonWriter out) {
        out.beginObject();
        out.name("path").value(row.path());
        out.name("count").value(row.count());
        out.name("totalMs").value(millis(row.total()));
        out.name("p50Ms").value(millis(row.p50()));
        out.name("p95Ms").value(millis(row.p95()));
        out.name("leafSelfMs").value(millis(row.leafSelf()));
        out.name("maxMs").value(millis(row.max()));
        out.name("slowestTraceId").value(row.slowest().toString());
        out.endObject();
    }

    private static <T> Column<T> count(String name, String header, ToLongFunction<T> count) {
        return Column.number(
                name, header, row -> Quantities.count(count.applyAsLong(row)), row -> count.applyAsLong(row) + "");
    }

    private static <T> Column<T> duration(String name, String header, ToLongFunction<T> nanos, boolean ascii) {
        return Column.number(
                name,
                header,
                row -> Quantities.duration(nanos.applyAsLong(row), ascii),
                row -> Shown.millis(nanos.applyAsLong(row)));
    }

    private static <T> Column<T> percent(String name, String header, ToDoubleFunction<T> part) {
        Function<T, String> text = row -> Shown.percent(part.applyAsDouble(row));
        return Column.number(name, header, text, text);
    }

    private static double millis(long nanos) {
        return BigDecimal.valueOf(nanos, 6).doubleValue();
    }
}
