package dev.narrative.console.server.alerts;

import dev.narrative.console.query.TimeText;
import dev.narrative.console.store.StatsRow;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What a rule looks at. Sums are over all groups; a percentile is that of the slowest group. */
enum AlertMetric {
    CALLS,
    ERRORS,
    /** From 0 to 1; 0 where nothing was called. */
    ERROR_RATE,
    TOKENS,
    /** US dollars. */
    COST,
    P50,
    P95,
    P99,
    /** For how long the oldest request of an agent has been waiting for its destination, in nanoseconds. */
    UNSENT;

    double value(List<StatsRow> rows, long unsentNanos) {
        return switch (this) {
            case CALLS -> sum(rows, StatsRow::calls);
            case ERRORS -> sum(rows, StatsRow::errors);
            case ERROR_RATE -> sum(rows, StatsRow::errors) / Math.max(1, sum(rows, StatsRow::calls));
            case TOKENS -> sum(rows, row -> row.inputTokens() + row.outputTokens());
            case COST -> sum(rows, row -> row.cost() == null ? 0 : row.cost());
            case P50 -> most(rows, StatsRow::p50);
            case P95 -> most(rows, StatsRow::p95);
            case P99 -> most(rows, StatsRow::p99);
            case UNSENT -> unsentNanos;
        };
    }

    /** The name in a rule, such as {@code error-rate}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A threshold as people write it: {@code 2s}, {@code 5%}, {@code 10}. */
    double threshold(String text) {
        if (this == P50 || this == P95 || this == P99 || this == UNSENT) {
            return TimeText.durationNanos(text);
        }
        boolean percent = text.endsWith("%");
        try {
            double number = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
            if (Double.isFinite(number)) {
                return percent ? number / 100 : number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(word() + " is compared with '" + text + "', which is no number");
    }

    static AlertMetric parse(String word) {
        for (AlertMetric metric : values()) {
            if (metric.word().equals(word)) {
                return metric;
            }
        }
        throw new IllegalArgumentException(
                "'" + word + "' is nothing to look at; it is calls, errors, error-rate, tokens, cost, p50, p95, p99 or"
                        + " unsent");
    }

    private static double sum(List<StatsRow> rows, ToDoubleFunction<StatsRow> value) {
        return rows.stream().mapToDouble(value).sum();
    }

    private static double most(List<StatsRow> rows, ToDoubleFunction<StatsRow> value) {
        return rows.stream().mapToDouble(value).max().orElse(0);
    }
}
