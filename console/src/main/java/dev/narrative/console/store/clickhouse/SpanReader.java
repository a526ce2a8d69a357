package dev.narrative.console.store.clickhouse;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.Ids;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes spans of rows. Values of attributes come as texts; those that are numbers become so again. */
final class SpanReader {
    private static final Set<String> INTEGERS =
            Set.of(AttributeNames.GEN_AI_USAGE_INPUT_TOKENS, AttributeNames.GEN_AI_USAGE_OUTPUT_TOKENS);

    private static final Set<String> DECIMALS =
            Set.of(AttributeNames.COST_TOTAL, AttributeNames.GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK);

    private static final List<String> OUTLINED = List.of(
            AttributeNames.SESSION_ID,
            AttributeNames.STORY_ID,
            AttributeNames.USER_ID,
            AttributeNames.TYPE,
            AttributeNames.GEN_AI_OPERATION_NAME,
            AttributeNames.GEN_AI_REQUEST_MODEL,
            AttributeNames.GEN_AI_RESPONSE_MODEL,
            AttributeNames.GEN_AI_USAGE_INPUT_TOKENS,
            AttributeNames.GEN_AI_USAGE_OUTPUT_TOKENS,
            AttributeNames.COST_TOTAL,
            AttributeNames.ERROR_TYPE);

    private static final JsonLimits LIMITS = new JsonLimits(64 << 20, 64 << 20, 1_000_000);

    private static final String IDENTITY = "SELECT TraceId, SpanId, ParentSpanId, SpanName, SpanKind, ServiceName,"
            + " toUnixTimestamp64Nano(Timestamp), Duration, StatusCode, StatusMessage, ";

    /** The columns of a whole span. */
    static final String WHOLE = IDENTITY + "toJSONString(SpanAttributes), TraceState, ScopeName,"
            + " toJSONString(ResourceAttributes), toJSONString(arrayMap(t -> toString(toUnixTimestamp64Nano(t)),"
            + " `Events.Timestamp`)), toJSONString(`Events.Name`), toJSONString(`Events.Attributes`)";

    /** The columns of a span without its contents. */
    static final String OUTLINE = IDENTITY + "toJSONString(mapFilter((k, v) -> k IN ('" + String.join("', '", OUTLINED)
            + "'), SpanAttributes))";

    private SpanReader() {}

    static JournalSpan whole(Row row) {
        return span(row, row.known(11), row.text(12), attributes(json(row.text(13))), events(row));
    }

    static JournalSpan outline(Row row) {
        return span(row, null, "", new Attributes(), List.of());
    }

    private static JournalSpan span(
            Row row, @Nullable String traceState, String scope, Attributes resource, List<SpanEvent> events) {
        String trace = row.text(0);
        long start = row.number(6);
        return new JournalSpan(
                Ids.parse(trace, 0),
                Ids.parse(trace, 16),
                Ids.parse(row.text(1), 0),
                row.text(2).isEmpty() ? 0 : Ids.parse(row.text(2), 0),
                false,
                row.text(3),
                kind(row.text(4)),
                start,
                start + row.number(7),
                status(row.text(8)),
                row.known(9),
                scope,
                traceState,
                attributes(json(row.text(10))),
                events,
                new Resource(row.text(5), resource),
                SpanState.ENDED);
    }

    private static List<SpanEvent> events(Row row) {
        JsonValue times = json(row.text(14));
        JsonValue names = json(row.text(15));
        JsonValue attributes = json(row.text(16));
        List<SpanEvent> events = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            String time = times.at(i).text();
            String name = names.at(i).text();
            events.add(new SpanEvent(
                    name == null ? "" : name, time == null ? 0 : Long.parseLong(time), attributes(attributes.at(i))));
        }
        return events;
    }

    private static Attributes attributes(JsonValue map) {
        Attributes attributes = new Attributes();
        for (String name : map.names()) {
            String value = map.get(name).text();
            if (value != null) {
                put(attributes, name, value);
            }
        }
        return attributes;
    }

    private static void put(Attributes attributes, String name, String value) {
        try {
            if (INTEGERS.contains(name)) {
                attributes.put(name, Long.parseLong(value));
                return;
            }
            if (DECIMALS.contains(name)) {
                attributes.put(name, Double.parseDouble(value));
                return;
            }
        } catch (NumberFormatException text) {
            // kept as it is
        }
        attributes.put(name, value);
    }

    private static JsonValue json(String text) {
        return JsonReader.read(text.getBytes(StandardCharsets.UTF_8), LIMITS);
    }

    /** Newer exporters write {@code Client}, older ones {@code SPAN_KIND_CLIENT}. */
    private static SpanKind kind(String text) {
        String name = text.toUpperCase(Locale.ROOT).replace("SPAN_KIND_", "");
        for (SpanKind kind : SpanKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return SpanKind.INTERNAL;
    }

    private static StatusCode status(String text) {
        String name = text.toUpperCase(Locale.ROOT).replace("STATUS_CODE_", "");
        for (StatusCode status : StatusCode.values()) {
            if (status.name().equals(name)) {
                return status;
            }
        }
        return StatusCode.UNSET;
    }
}
