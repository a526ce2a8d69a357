package dev.narrative.console.export;

import static dev.narrative.console.SpanBuilder.EPOCH;
import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TraceFormatTest {
    private static final TraceSummary SUMMARY = new TraceSummary(
            new TraceId(1, 1),
            "a|b *c*",
            "studio",
            EPOCH,
            EPOCH + 5_000_000,
            2,
            1,
            1,
            0,
            10,
            5,
            0.25,
            null,
            "river",
            null);

    private static final JournalSpan CALL = span(1, 2)
            .parent(1)
            .name("=cmd()")
            .at(1, 4)
            .call("gpt-4o", 10, 5, 0.25)
            .error("rate_limit", "say \"please\", twice")
            .with(AttributeNames.OUTPUT, "```\n# not a heading\n```")
            .build();

    private static final List<JournalSpan> SPANS =
            List.of(span(1, 1).name("root").open(SpanState.RUNNING).build(), CALL);

    @Test
    void json_hasSummaryAndSpans() {
        JsonValue json = read(TraceFormat.json);

        assertThat(json.text("traceId")).isEqualTo("00000000000000010000000000000001");
        assertThat(json.text("status")).isEqualTo("running");
        assertThat(json.get("durationMs").decimal(0)).isEqualTo(5);
        assertThat(json.has("sessionId")).isFalse();
        assertThat(json.get("spans").at(0).text("state")).isEqualTo("running");
        assertThat(json.get("spans").at(0).has("end")).isFalse();
        JsonValue call = json.get("spans").at(1);
        assertThat(call.text("parentSpanId")).isEqualTo("0000000000000001");
        assertThat(call.get("attributes").get("gen_ai.usage.input_tokens").integer(0))
                .isEqualTo(10);
    }

    @Test
    void zipkin_hasWhatItsApiAsksFor() {
        JsonValue spans = read(TraceFormat.zipkin);

        assertThat(spans.at(0).has("duration")).isFalse();
        JsonValue call = spans.at(1);
        assertThat(call.text("parentId")).isEqualTo("0000000000000001");
        assertThat(call.get("timestamp").integer(0)).isEqualTo(EPOCH / 1_000 + 1_000);
        assertThat(call.get("duration").integer(0)).isEqualTo(3_000);
        assertThat(call.get("localEndpoint").text("serviceName")).isEqualTo("studio");
        assertThat(call.get("tags").text("gen_ai.usage.input_tokens")).isEqualTo("10");
        assertThat(call.get("tags").text("error")).isEqualTo("say \"please\", twice");
        assertThat(call.has("kind")).isFalse();
    }

    @Test
    void csv_quotesAndDisarms() {
        String csv = TraceFormat.csv.write(SUMMARY, SPANS);

        assertThat(csv).contains(",'=cmd(),").contains(",\"say \"\"please\"\", twice\",");
        assertThat(csv.lines().findFirst().orElseThrow().split(",")).hasSize(25);
    }

    @Test
    void markdown_isNotSteeredByContents() {
        String text = TraceFormat.md.write(SUMMARY, SPANS);

        assertThat(text).startsWith("# a\\|b \\*c\\*\n").contains("````\n```\n# not a heading\n```\n````");
        assertThat(text).contains("## Model calls", "## Errors", "rate_limit: say \"please\", twice");
    }

    private static JsonValue read(TraceFormat format) {
        byte[] json = format.write(SUMMARY, SPANS).getBytes(StandardCharsets.UTF_8);
        return JsonReader.read(json, JsonLimits.DEFAULT);
    }
}
