package dev.narrative.console.store.clickhouse;

import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Attributes;
import dev.narrative.model.Ids;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.json.JsonWriter;
import java.util.List;
import java.util.Locale;

/** The table of the Collector's exporter (0.130 and later), and rows as it writes them: every value a text. */
final class CollectorTable {
    private static final String COLUMNS = """
            Timestamp DateTime64(9), TraceId String, SpanId String, ParentSpanId String, TraceState String,
            SpanName LowCardinality(String), SpanKind LowCardinality(String), ServiceName LowCardinality(String),
            ResourceAttributes Map(LowCardinality(String), String), ScopeName String, ScopeVersion String,
            SpanAttributes Map(LowCardinality(String), String), Duration UInt64, StatusCode LowCardinality(String),
            StatusMessage String,
            Events Nested (Timestamp DateTime64(9), Name LowCardinality(String),
              Attributes Map(LowCardinality(String), String)),
            Links Nested (TraceId String, SpanId String, TraceState String,
              Attributes Map(LowCardinality(String), String)),
            INDEX idx_trace_id TraceId TYPE bloom_filter(0.001) GRANULARITY 1,
            INDEX idx_duration Duration TYPE minmax GRANULARITY 1""";

    private CollectorTable() {}

    static String create(String table) {
        return "CREATE TABLE " + table + " (" + COLUMNS + ") ENGINE = MergeTree PARTITION BY toDate(Timestamp)"
                + " PRIMARY KEY (ServiceName, SpanName, toDateTime(Timestamp))"
                + " ORDER BY (ServiceName, SpanName, toDateTime(Timestamp), Timestamp)";
    }

    static String insert(String table, List<JournalSpan> spans) {
        StringBuilder sql = new StringBuilder("INSERT INTO " + table + " FORMAT JSONEachRow ");
        spans.forEach(span -> sql.append(row(span)).append('\n'));
        return sql.toString();
    }

    private static String row(JournalSpan span) {
        JsonWriter json = new JsonWriter(1_024).beginObject();
        json.name("Timestamp").value(seconds(span.startEpochNanos()));
        json.name("TraceId").value(Ids.traceId(span.traceIdHigh(), span.traceIdLow()));
        json.name("SpanId").value(Ids.spanId(span.spanId()));
        json.name("ParentSpanId").value(span.parentSpanId() == 0 ? "" : Ids.spanId(span.parentSpanId()));
        json.name("SpanName").value(span.name());
        json.name("SpanKind").value(capitalized(span.kind().name()));
        json.name("ServiceName").value(span.resource().serviceName());
        json.name("ScopeName").value(span.scope());
        map("ResourceAttributes", span.resource().attributes(), json);
        map("SpanAttributes", span.attributes(), json);
        json.name("Duration").value(Math.max(0, span.endEpochNanos() - span.startEpochNanos()));
        json.name("StatusCode").value(capitalized(span.status().name()));
        String message = span.statusMessage();
        json.name("StatusMessage").value(message == null ? "" : message);
        json.name("Events.Timestamp").beginArray();
        span.events().forEach(event -> json.value(seconds(event.epochNanos())));
        json.endArray().name("Events.Name").beginArray();
        span.events().forEach(event -> json.value(event.name()));
        json.endArray().name("Events.Attributes").beginArray();
        for (SpanEvent event : span.events()) {
            attributes(event.attributes(), json);
        }
        return json.endArray().endObject().text();
    }

    private static void map(String name, Attributes attributes, JsonWriter json) {
        json.name(name);
        attributes(attributes, json);
    }

    private static void attributes(Attributes attributes, JsonWriter json) {
        json.beginObject();
        attributes.visit(new AttributeVisitor() {
            @Override
            public void string(String key, String value) {
                json.name(key).value(value);
            }

            @Override
            public void integer(String key, long value) {
                string(key, Long.toString(value));
            }

            @Override
            public void decimal(String key, double value) {
                string(key, Double.toString(value));
            }

            @Override
            public void bool(String key, boolean value) {
                string(key, Boolean.toString(value));
            }

            @Override
            public void strings(String key, List<String> values) {
                string(key, values.toString());
            }
        });
        json.endObject();
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%d.%09d", nanos / 1_000_000_000, nanos % 1_000_000_000);
    }

    private static String capitalized(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
