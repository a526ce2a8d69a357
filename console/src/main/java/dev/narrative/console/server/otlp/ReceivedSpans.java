package dev.narrative.console.server.otlp;

import dev.narrative.console.record.SpanMasking;
import dev.narrative.console.server.http.InFlightBytes;
import dev.narrative.model.Resource;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.OtlpJsonEncoder;
import dev.narrative.model.journal.SpanSink;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.json.JsonWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** The spans of one request: takes what the journal can hold, masked, and says what is wrong with the rest. */
final class ReceivedSpans implements SpanSink {
    /** As the agents write them; a span's whole line is read when somebody looks at the span. */
    private static final int SPANS_OF_A_LINE = 64;

    private final int maxLineBytes;
    private final InFlightBytes.Share memory;
    private final IdentityHashMap<Resource, List<JournalSpan>> byResource = new IdentityHashMap<>();
    private final IdentityHashMap<Resource, Resource> masked = new IdentityHashMap<>();
    private final List<Resource> order = new ArrayList<>();
    private int accepted;
    private int rejected;
    private String firstProblem = "";

    /** @param memory what the lines take it from: a resource is in each line of its spans */
    ReceivedSpans(int maxLineBytes, InFlightBytes.Share memory) {
        this.maxLineBytes = maxLineBytes;
        this.memory = memory;
    }

    @Override
    public void span(JournalSpan span) {
        if (span.state() != SpanState.ENDED || span.startEpochNanos() < 0 || span.endEpochNanos() < 0) {
            problem("span '" + span.name() + "' has no valid start and end");
            return;
        }
        Resource resource = masked.computeIfAbsent(span.resource(), SpanMasking::masked);
        byResource
                .computeIfAbsent(resource, first -> {
                    order.add(first);
                    return new ArrayList<>();
                })
                .add(SpanMasking.masked(span, resource));
        accepted++;
    }

    @Override
    public void problem(String message) {
        rejected++;
        if (firstProblem.isEmpty()) {
            firstProblem = message.length() > 300 ? message.substring(0, 300) + "…" : message;
        }
    }

    /** The journal's lines; spans that are too large for one are rejected. */
    List<ByteBuffer> lines() {
        List<ByteBuffer> lines = new ArrayList<>();
        for (Resource resource : order) {
            OtlpJsonEncoder encoder = new OtlpJsonEncoder(resource);
            List<JournalSpan> spans = byResource.getOrDefault(resource, List.of());
            for (int from = 0; from < spans.size(); from += SPANS_OF_A_LINE) {
                encode(encoder, spans.subList(from, Math.min(spans.size(), from + SPANS_OF_A_LINE)), lines);
            }
        }
        return lines;
    }

    int accepted() {
        return accepted;
    }

    int rejected() {
        return rejected;
    }

    /** What is wrong with the first span that was rejected; empty when none was. */
    String firstProblem() {
        return firstProblem;
    }

    private void encode(OtlpJsonEncoder encoder, List<JournalSpan> spans, List<ByteBuffer> lines) {
        JsonWriter out = new JsonWriter(spans.size() * 1_024);
        encoder.encode(spans, out);
        memory.more(out.size());
        if (out.size() <= maxLineBytes) {
            lines.add(ByteBuffer.wrap(out.buffer(), 0, out.size()));
        } else if (spans.size() > 1) {
            encode(encoder, spans.subList(0, spans.size() / 2), lines);
            encode(encoder, spans.subList(spans.size() / 2, spans.size()), lines);
        } else {
            accepted--;
            problem("span '" + spans.get(0).name() + "' is too large");
        }
    }
}
