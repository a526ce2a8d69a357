package dev.narrative.console.web;

import static dev.narrative.console.SpanBuilder.span;

import dev.narrative.console.JournalFile;
import dev.narrative.console.SpanBuilder;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.journal.JournalSpan;
import java.util.ArrayList;
import java.util.List;

/** The traces that the tests of a trace's page look at. */
final class TraceFixtures {
    static final long STORY = 0x51;
    static final long TWIN = 0x52;
    static final long LARGE = 0x53;
    static final long LATE = 0x54;
    static final long HUGE = 0x55;

    /** What would show itself if it were believed. */
    static final String HOSTILE =
            "<img src=x onerror=alert(1)><script>alert(2)</script> \u202egnp.exe \u0007 \ud83e\udd84 \u05e9\u05dc\u05d5\u05dd";

    private static final String TALK = """
            [{"role":"user","parts":[{"type":"text","content":"# Crossing\\n\\n- **who** waits? <script>alert(3)</script> [go](javascript:alert(4))"},
            {"type":"blob","modality":"image","mime_type":"image/png","size":48213,"sha256":"abababab"}]},
            {"role":"assistant","parts":[{"type":"reasoning","content":"I should look."},{"type":"tool_call","id":"c1","name":"find_beats","arguments":"{\\"query\\":\\"ferry\\"}"}]},
            {"role":"tool","parts":[{"type":"tool_call_response","id":"c1","response":"[{\\"beat\\":\\"storm\\"}]"}]}]
            """;

    private TraceFixtures() {}

    /** The address of a trace's page. */
    static String page(long trace) {
        return "/traces/" + id(trace);
    }

    static String id(long trace) {
        return String.format("%016x%016x", trace, trace);
    }

    static String spanId(long span) {
        return String.format("%016x", span);
    }

    /** Writes the traces, and waits until the console tells of them. */
    static void write(BrowsedConsole console) {
        JournalFile file = console.file("trace-pages");
        file.append(story(STORY, "alone").toArray(JournalSpan[]::new));
        file.append(story(TWIN, "for her").subList(0, 3).toArray(JournalSpan[]::new));
        file.appendBytes(JournalFile.line(large(LARGE, 10_000)));
        console.awaitAnswer("/api/v1/traces/" + id(LARGE) + "?limit=1", "\"spanCount\":10000");
        console.awaitAnswer("/api/v1/traces/" + id(STORY), spanId(8));
    }

    /** Writes a trace of 50,000 spans. */
    static void writeHuge(BrowsedConsole console) {
        console.file("huge").appendBytes(JournalFile.line(large(HUGE, 50_000)));
        console.awaitAnswer("/api/v1/traces/" + id(HUGE) + "?limit=1", "\"spanCount\":50000");
    }

    private static List<JournalSpan> story(long trace, String end) {
        List<JournalSpan> spans = new ArrayList<>();
        spans.add(span(trace, 1)
                .name("narrate scene")
                .session("chap-12")
                .with(AttributeNames.TYPE, "chain")
                .at(0, 900)
                .build());
        spans.add(span(trace, 2)
                .parent(1)
                .name("planner")
                .with(AttributeNames.TYPE, "agent")
                .at(10, 420)
                .build());
        spans.add(span(trace, 3)
                .parent(2)
                .name("chat gpt-4o")
                .call("gpt-4o", 1_892, trace == STORY ? 310 : 410, 0.0041)
                .with(
                        AttributeNames.GEN_AI_SYSTEM_INSTRUCTIONS,
                        "[{\"type\":\"text\",\"content\":\"You are a narrator.\"}]")
                .with(AttributeNames.GEN_AI_INPUT_MESSAGES, TALK)
                .with(
                        AttributeNames.GEN_AI_OUTPUT_MESSAGES,
                        "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"The ferryman waits " + end
                                + ".\"}]}]")
                .with(AttributeNames.PROMPT_NAME, "narrator")
                .with(AttributeNames.PROMPT_VERSION, 3)
                .with(new SpanEvent(
                        AttributeNames.GEN_AI_EVALUATION_RESULT_EVENT,
                        SpanBuilder.EPOCH,
                        new Attributes()
                                .put(AttributeNames.GEN_AI_EVALUATION_NAME, "coherence")
                                .put(AttributeNames.GEN_AI_EVALUATION_SCORE_VALUE, 0.87)))
                .at(20, 380)
                .build());
        spans.add(span(trace, 4)
                .parent(1)
                .name(HOSTILE)
                .with(AttributeNames.INPUT, HOSTILE)
                .exception(
                        "java.util.concurrent.TimeoutException", "too late " + HOSTILE, "Timeout\n\tat a.B.c(B.java:7)")
                .at(430, 800)
                .build());
        spans.add(span(trace, 5).parent(99).name("orphan").at(450, 470).build());
        spans.add(span(trace, 6)
                .parent(1)
                .name("long answer")
                .with(AttributeNames.OUTPUT, "The ferry crosses. ".repeat(40_000))
                .at(805, 880)
                .build());
        spans.add(span(trace, 7)
                .parent(1)
                .name("chart")
                .with(new SpanEvent(
                        AttributeNames.ARTIFACT_EVENT,
                        SpanBuilder.EPOCH,
                        new Attributes()
                                .put(AttributeNames.ARTIFACT_NAME, "chart.json")
                                .put(AttributeNames.ARTIFACT_SIZE, 2_048L)))
                .at(881, 890)
                .build());
        spans.add(span(trace, 8)
                .parent(3)
                .name("POST")
                .service("gateway")
                .at(5, 300)
                .build());
        return spans;
    }

    /** A root with chapters of 20 scenes of 10 spans; each hundredth span has failed, each fifth is a model call. */
    private static JournalSpan[] large(long trace, int size) {
        JournalSpan[] spans = new JournalSpan[size];
        for (int i = 0; i < size; i++) {
            long parent = i == 0 ? 0 : i % 200 == 1 ? 1 : i % 10 == 1 ? i - i % 200 + 2 : i - i % 10 + 2;
            SpanBuilder span = span(trace, i + 1)
                    .parent(parent == i + 1 ? 1 : parent)
                    .name(i % 7 == 0 ? "Chart.update" : "Beat.save")
                    .at(i, i == 0 ? size : i + 8);
            if (i % 5 == 4) {
                span.call("gpt-4o", 100, 20, 0.001);
            }
            spans[i] = i % 100 == 99 ? span.error("Late", "no answer").build() : span.build();
        }
        return spans;
    }
}
