package dev.narrative.console.store.clickhouse;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.store.StoreException;
import dev.narrative.console.store.StoreQueryConformance;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.JournalSpan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ClickHouseTracesTest extends StoreQueryConformance {
    @Override
    protected FilledClickHouse open(Path directory) {
        return FilledClickHouse.create(ClickHouseEngine.shared());
    }

    /** The table does not tell when a row was written: what counts is when spans ended. */
    @Test
    @Override
    protected void tellsWhatChanged() {
        FilledClickHouse filled = open(Path.of(""));
        filled.insert(List.of(span(1, 10).at(0, 100).build()));
        long before = filled.lastChange();
        filled.insert(List.of(
                span(2, 20).at(150, 200).build(), span(1, 11).at(10, 300).build()));

        assertThat(filled.changedAfter(before))
                .extracting(trace -> trace.id().low())
                .containsExactly(2L, 1L);
        assertThat(filled.changedAfter(filled.lastChange())).isEmpty();
    }

    @Test
    void countsASpanOnce_thatTheCollectorSentTwice() {
        FilledClickHouse filled = open(Path.of(""));
        JournalSpan call = span(1, 10).call("gpt-4o", 100, 10, 0.5).build();
        filled.insert(List.of(call, call));
        filled.insert(List.of(call));

        TraceSummary trace = filled.trace(new TraceId(1, 1)).orElseThrow();

        assertThat(trace.spans()).isEqualTo(1);
        assertThat(trace.cost()).isEqualTo(0.5);
        assertThat(filled.spans(new TraceId(1, 1))).hasSize(1);
    }

    @Test
    void givesBackStrangeTexts_andExceptions() {
        FilledClickHouse filled = open(Path.of(""));
        String strange = "tab\tline\nquote' back\\slash \"json\" é \u0001 {p0:String} ?";
        filled.insert(List.of(span(1, 10)
                .name(strange)
                .session(strange)
                .with(AttributeNames.INPUT, strange)
                .exception("java.io.IOException", "no ink", "at Press.print(Press.java:7)")
                .build()));

        JournalSpan span = filled.span(new SpanKey(1, 1, 10)).orElseThrow();

        assertThat(span.name()).isEqualTo(strange);
        assertThat(span.attributes().get(AttributeNames.INPUT)).isEqualTo(strange);
        SpanEvent event = span.events().get(0);
        assertThat(event.attributes().get(AttributeNames.EXCEPTION_STACKTRACE))
                .isEqualTo("at Press.print(Press.java:7)");
        assertThat(filled.session(strange)).isPresent();
        assertThat(filled.traces(TraceQuery.latest(5).withText("ink")).traces()).hasSize(1);
    }

    @Test
    void tellsWhatIsWrong_withoutThePassword() {
        ClickHouseEngine engine = ClickHouseEngine.shared();

        assertThatThrownBy(() -> ClickHouseTraces.open(engine.address("no_such_table"), Map.of()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("which the Collector's exporter makes");
        assertThatThrownBy(() -> ClickHouseTraces.open("clickhouse:http://ada:s3cret@127.0.0.1:1/otel", Map.of()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("can't be reached")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() ->
                        ClickHouseTraces.open(engine.address("otel_traces"), Map.of("CLICKHOUSE_PASSWORD", "wrong")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("check the user and the password");
        assertThatThrownBy(() -> ClickHouseTraces.open("clickhouse:http://ada:s3cret@h:x/; DROP", Map.of()))
                .isInstanceOf(StoreException.class)
                .hasMessageNotContaining("s3cret");
    }
}
