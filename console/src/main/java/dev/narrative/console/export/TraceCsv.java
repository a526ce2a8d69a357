package dev.narrative.console.export;

import dev.narrative.console.store.SpanFacts;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.Ids;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.score.ScoreEvents;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A trace as comma-separated values, RFC 4180, a header and a row for each span. */
final class TraceCsv implements TraceFormat.Writer {
    private static final String HEADER = "trace_id,span_id,parent_span_id,service,name,kind,state,status,start,"
            + "duration_ms,session_id,story_id,user_id,type,operation,model,input_tokens,output_tokens,cost_usd,"
            + "first_token_ms,error_type,error_message,input,output,scores";

    @Override
    public String write(TraceSummary trace, List<JournalSpan> spans) {
        StringBuilder csv = new StringBuilder(HEADER).append("\r\n");
        for (JournalSpan span : spans) {
            row(span, csv);
        }
        return csv.toString();
    }

    private static void row(JournalSpan span, StringBuilder csv) {
        SpanFacts facts = SpanFacts.of(span);
        boolean ended = span.state() == SpanState.ENDED;
        cell(Ids.traceId(span.traceIdHigh(), span.traceIdLow()), csv);
        cell(Ids.spanId(span.spanId()), csv);
        cell(span.parentSpanId() == 0 ? null : Ids.spanId(span.parentSpanId()), csv);
        cell(span.resource().serviceName(), csv);
        cell(span.name(), csv);
        cell(span.kind().name().toLowerCase(Locale.ROOT), csv);
        cell(span.state().name().toLowerCase(Locale.ROOT), csv);
        cell(span.status().name().toLowerCase(Locale.ROOT), csv);
        cell(SummaryJson.moment(span.startEpochNanos()), csv);
        cell(ended ? millis(span.endEpochNanos() - span.startEpochNanos()) : null, csv);
        cell(facts.session(), csv);
        cell(facts.story(), csv);
        cell(facts.user(), csv);
        cell(facts.type(), csv);
        cell(facts.operation(), csv);
        cell(facts.model(), csv);
        cell(facts.inputTokens() == 0 ? null : Long.toString(facts.inputTokens()), csv);
        cell(facts.outputTokens() == 0 ? null : Long.toString(facts.outputTokens()), csv);
        Double cost = facts.cost();
        cell(cost == null ? null : BigDecimal.valueOf(cost).toPlainString(), csv);
        cell(facts.firstTokenNanos() < 0 ? null : millis(facts.firstTokenNanos()), csv);
        cell(facts.errorType(), csv);
        cell(facts.errorMessage(), csv);
        cell(facts.input(), csv);
        cell(facts.output(), csv);
        cell(scores(span), csv);
        csv.setLength(csv.length() - 1);
        csv.append("\r\n");
    }

    private static String scores(JournalSpan span) {
        return span.events().stream()
                .map(ScoreEvents::read)
                .filter(Objects::nonNull)
                .map(score -> score.name() + "=" + score.value().plain())
                .collect(Collectors.joining("; "));
    }

    private static void cell(@Nullable String text, StringBuilder csv) {
        String value = text == null ? "" : text;
        // Spreadsheets run a text that begins so as a formula; the quote makes it a text again.
        String safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        csv.append(quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe).append(',');
    }

    private static String millis(long nanos) {
        return BigDecimal.valueOf(Math.max(0, nanos), 6).stripTrailingZeros().toPlainString();
    }
}
