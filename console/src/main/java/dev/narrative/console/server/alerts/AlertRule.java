package dev.narrative.console.server.alerts;

import dev.narrative.console.journal.WaitingRequests;
import dev.narrative.console.query.Condition;
import dev.narrative.console.query.StatsBy;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.query.TimeText;
import dev.narrative.console.query.Where;
import dev.narrative.console.store.TraceQueries;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is to be told.
 *
 * @param when the rule's text, such as {@code p95 > 2s}
 * @param windowNanos of the calls that are looked at, up to now
 * @param conditions of those calls
 * @param webhook who is told, {@code null} for nobody but the log and the API
 * @param secret what the webhook's bodies are signed with, {@code null} for no signature
 */
record AlertRule(
        String name,
        String when,
        AlertMetric metric,
        boolean above,
        double threshold,
        long windowNanos,
        List<Condition> conditions,
        @Nullable URI webhook,
        @Nullable String secret) {
    private static final Pattern WHEN = Pattern.compile("([a-z0-9-]+)\\s*([<>])\\s*(\\S+)");
    private static final long USUAL_WINDOW = TimeText.durationNanos("10m");

    AlertRule {
        conditions = List.copyOf(conditions);
    }

    /** What it looks for, in one line; who is told is not in it. */
    String text() {
        return when + " over " + windowNanos + " where " + conditions;
    }

    /** Reads a rule; what is wrong is said in an {@link IllegalArgumentException}. */
    static AlertRule of(
            String name,
            String when,
            @Nullable String over,
            @Nullable String where,
            @Nullable String webhook,
            @Nullable String secret) {
        Matcher parts = WHEN.matcher(when.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + when + "' is no rule; write it as p95 > 2s or calls < 1");
        }
        AlertMetric metric = AlertMetric.parse(parts.group(1));
        URI target = webhook == null ? null : URI.create(webhook);
        if (target != null && !("http".equals(target.getScheme()) || "https".equals(target.getScheme()))) {
            throw new IllegalArgumentException("a webhook must begin with https:// or http://");
        }
        return new AlertRule(
                name,
                when.strip(),
                metric,
                parts.group(2).equals(">"),
                metric.threshold(parts.group(3)),
                over == null ? USUAL_WINDOW : TimeText.durationNanos(over),
                where == null ? List.of() : Where.parse(where),
                target,
                secret);
    }

    /** What the rule looks at, as it is now. */
    double value(TraceQueries traces, WaitingRequests unsent, long nowNanos) {
        StatsQuery query = new StatsQuery(StatsBy.OPERATION, conditions, nowNanos - windowNanos, nowNanos);
        long nowMillis = TimeUnit.NANOSECONDS.toMillis(nowNanos);
        return metric.value(traces.stats(query), TimeUnit.MILLISECONDS.toNanos(unsent.oldestMillis(nowMillis)));
    }

    boolean isBroken(double value) {
        return above ? value > threshold : value < threshold;
    }
}
