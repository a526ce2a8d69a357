package dev.narrative.console.web;

import dev.narrative.model.json.JsonWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What the story studio sends: requests in which methods call models, some of which fail, as OTLP-JSON. */
final class StudioSpans {
    /** Names and texts of people who mean ill. */
    static final String SCRIPT = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    static final String TURNED = "invoice\u202efdp.exe";
    static final String CONTROL = "bell\u0007 and escape\u001b[31m";

    private static final AtomicLong NEXT = new AtomicLong(1_000);

    private final JsonWriter out = new JsonWriter(16_384);
    private long lastId;

    private StudioSpans() {
        out.beginObject().name("resourceSpans").beginArray().beginObject();
        out.name("resource").beginObject().name("attributes").beginArray();
        attribute("service.name", "studio");
        out.endArray().endObject();
        out.name("scopeSpans").beginArray().beginObject().name("spans").beginArray();
    }

    /** A journal to look at: two sessions of a story, a user, failures, and what is hostile. */
    static String studio() {
        StudioSpans spans = new StudioSpans();
        Instant begin = Instant.now().minusSeconds(600);
        for (int i = 0; i < 60; i++) {
            spans.question(
                    i + 1,
                    "Question about river-crossing",
                    "chap-" + i % 3,
                    begin.plusSeconds(i),
                    40L << i % 9,
                    i % 7 == 3);
        }
        spans.question(101, SCRIPT, "chap-evil", begin.plusSeconds(100), 90, false);
        spans.question(102, TURNED, "chap-evil", begin.plusSeconds(101), 90, false);
        spans.question(103, CONTROL, "odd/../\"id\"", begin.plusSeconds(102), 90, true);
        return spans.end();
    }

    /** One trace that has just ended. */
    static String one(String name) {
        StudioSpans spans = new StudioSpans();
        spans.question(NEXT.incrementAndGet(), name, "chap-new", Instant.now().minusMillis(200), 150, false);
        return spans.end();
    }

    /** A trace's id as the pages have it. */
    static String traceId(long number) {
        return "000000000000000b" + String.format("%016x", number);
    }

    private void question(long trace, String name, String session, Instant start, long millis, boolean failed) {
        Map<String, Object> belongs = new LinkedHashMap<>();
        belongs.put("session.id", session);
        belongs.put("narrative.story.id", "river-crossing");
        belongs.put("user.id", "ada");
        Map<String, Object> root = new LinkedHashMap<>(belongs);
        root.put("narrative.input", "Who holds the rope in " + name + "?");
        root.put("narrative.output", "The elders " + SCRIPT);
        long rootId = ++lastId;
        span(trace, rootId, 0, name, start, millis, failed, root);
        Map<String, Object> call = new LinkedHashMap<>(belongs);
        call.put("narrative.type", "generation");
        call.put("gen_ai.operation.name", "chat");
        call.put("gen_ai.request.model", "gpt-4o-mini");
        call.put("gen_ai.usage.input_tokens", 1_200L);
        call.put("gen_ai.usage.output_tokens", 310L);
        call.put("narrative.cost.total", 0.000366);
        call.put("gen_ai.response.time_to_first_chunk", millis / 4_000.0);
        call.put(
                "gen_ai.input.messages", "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Tell.\"}]}]");
        span(trace, ++lastId, rootId, "chat gpt-4o-mini", start.plusMillis(millis / 4), millis / 2, failed, call);
    }

    private void span(
            long trace,
            long id,
            long parent,
            String name,
            Instant start,
            long millis,
            boolean failed,
            Map<String, Object> attributes) {
        out.beginObject();
        out.name("traceId").value(traceId(trace));
        out.name("spanId").value(String.format("%016x", id + trace * 1_000));
        if (parent != 0) {
            out.name("parentSpanId").value(String.format("%016x", parent + trace * 1_000));
        }
        out.name("name").value(name);
        out.name("startTimeUnixNano").value(start.toEpochMilli() + "000000");
        out.name("endTimeUnixNano").value(start.toEpochMilli() + millis + "000000");
        out.name("attributes").beginArray();
        attributes.forEach(this::attribute);
        out.endArray();
        if (failed) {
            out.name("status").beginObject().name("code").value(2);
            out.name("message").value("TimeoutException: no answer").endObject();
        }
        out.endObject();
    }

    private void attribute(String key, Object value) {
        out.beginObject().name("key").value(key).name("value").beginObject();
        if (value instanceof Long number) {
            out.name("intValue").value(number.toString());
        } else if (value instanceof Double number) {
            out.name("doubleValue").value(number.doubleValue());
        } else {
            out.name("stringValue").value(value.toString());
        }
        out.endObject().endObject();
    }

    private String end() {
        out.endArray().endObject().endArray().endObject().endArray().endObject();
        return out.text();
    }
}
