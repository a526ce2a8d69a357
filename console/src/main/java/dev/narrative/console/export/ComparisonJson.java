package dev.narrative.console.export;

import dev.narrative.console.analysis.ComparedSpan;
import dev.narrative.console.analysis.TextDiff;
import dev.narrative.console.store.SpanFacts;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.Ids;
import dev.narrative.model.json.JsonWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Two traces side by side as JSON. */
public final class ComparisonJson {
    private ComparisonJson() {}

    /** One object: the summaries of both, and their spans side by side. */
    public static String write(TraceSummary before, TraceSummary after, List<ComparedSpan> spans) {
        JsonWriter out = new JsonWriter(16 * 1_024);
        out.beginObject().name("before");
        SummaryJson.write(before, out);
        out.name("after");
        SummaryJson.write(after, out);
        out.name("spans").beginArray();
        spans.forEach(span -> write(span, out));
        return out.endArray().endObject().text();
    }

    /** One span of both. */
    public static void write(ComparedSpan span, JsonWriter out) {
        out.beginObject();
        out.name("name").value(span.known().span().name());
        out.name("service").value(span.known().span().resource().serviceName());
        out.name("depth").value(span.depth());
        out.name("change").value(span.change().word());
        ComparedSpan.Side before = span.before();
        ComparedSpan.Side after = span.after();
        side("before", before, out);
        side("after", after, out);
        out.name("differences").beginArray();
        span.differences().forEach(out::value);
        out.endArray();
        if (before != null && after != null) {
            diff("inputDiff", before.facts().input(), after.facts().input(), out);
            diff("outputDiff", before.facts().output(), after.facts().output(), out);
        }
        out.endObject();
    }

    private static void side(String name, ComparedSpan.@Nullable Side side, JsonWriter out) {
        if (side == null) {
            return;
        }
        SpanFacts facts = side.facts();
        out.name(name).beginObject();
        out.name("spanId").value(Ids.spanId(side.span().spanId()));
        out.name("status").value(side.span().status().name().toLowerCase(Locale.ROOT));
        SummaryJson.millis("durationMs", side.duration(), out);
        SummaryJson.text("model", facts.model(), out);
        SummaryJson.text("errorType", facts.errorType(), out);
        out.name("inputTokens").value(facts.inputTokens());
        out.name("outputTokens").value(facts.outputTokens());
        Double cost = facts.cost();
        if (cost != null) {
            out.name("cost").value(cost.doubleValue());
        }
        out.endObject();
    }

    private static void diff(String name, String before, String after, JsonWriter out) {
        if (before.equals(after)) {
            return;
        }
        out.name(name).beginArray();
        for (TextDiff.Part part : TextDiff.of(before, after)) {
            out.beginObject();
            out.name(part.kind().name().toLowerCase(Locale.ROOT)).value(part.text());
            out.endObject();
        }
        out.endArray();
    }
}
