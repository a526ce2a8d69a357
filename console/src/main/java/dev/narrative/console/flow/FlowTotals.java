package dev.narrative.console.flow;

import dev.narrative.console.store.SpanFacts;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.tree.Quantities;
import org.jspecify.annotations.Nullable;

/**
 * What some calls took.
 *
 * @param cost US dollars; {@code null} where no call had a price
 */
public record FlowTotals(
        long calls,
        long errors,
        long inputTokens,
        long outputTokens,
        @Nullable Double cost,
        long nanos) {
    static final FlowTotals NONE = new FlowTotals(0, 0, 0, 0, null, 0);

    static FlowTotals of(JournalSpan span, SpanFacts facts) {
        boolean ended = span.state() == SpanState.ENDED;
        return new FlowTotals(
                1,
                span.status() == StatusCode.ERROR ? 1 : 0,
                facts.inputTokens(),
                facts.outputTokens(),
                facts.cost(),
                ended ? Math.max(0, span.endEpochNanos() - span.startEpochNanos()) : 0);
    }

    FlowTotals plus(FlowTotals more) {
        Double sum = cost;
        if (more.cost != null) {
            sum = sum == null ? more.cost : Double.valueOf(sum + more.cost);
        }
        return new FlowTotals(
                calls + more.calls,
                errors + more.errors,
                inputTokens + more.inputTokens,
                outputTokens + more.outputTokens,
                sum,
                nanos + more.nanos);
    }

    /** In few characters: {@code 3 calls, 1 error, 1.9k→310}; empty where nothing was called. */
    public String text() {
        if (calls == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder(Quantities.count(calls)).append(calls == 1 ? " call" : " calls");
        if (errors > 0) {
            text.append(", ").append(Quantities.count(errors)).append(errors == 1 ? " error" : " errors");
        }
        if (inputTokens > 0 || outputTokens > 0) {
            text.append(", ").append(Quantities.count(inputTokens)).append('→').append(Quantities.count(outputTokens));
        }
        return text.toString();
    }
}
