package dev.narrative.console.server.alerts;

import dev.narrative.console.journal.WaitingRequests;
import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.http.Route;
import dev.narrative.console.server.index.LiveIndex;
import dev.narrative.console.server.metrics.Metrics;
import dev.narrative.model.json.JsonWriter;
import io.javalin.http.Context;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the rules of {@code alerts.properties} each minute, and tells when one begins to fire or is over: the log, the
 * rule's webhook, the API and the metrics. The file is read again at each look.
 */
public final class Alerts implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
    private static final long RETRY_MILLIS = 2_000;

    private final Path file;
    private final LiveIndex index;
    private final WaitingRequests unsent;
    private final Clock clock;
    private final AlertWebhook webhook;
    private final ScheduledExecutorService schedule;
    private final AlertStates states;
    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private boolean restored;
    private List<String> problems = List.of();

    public Alerts(Path dataDirectory, LiveIndex index, WaitingRequests unsent, Metrics metrics, Clock clock) {
        this.unsent = unsent;
        file = dataDirectory.resolve("alerts.properties");
        states = new AlertStates(dataDirectory);
        this.index = index;
        this.clock = clock;
        webhook = new AlertWebhook(clock, RETRY_MILLIS);
        metrics.gauge("narrative_alerts_firing", "Rules that fire.", this::firing);
        schedule = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "narrative-alerts");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to look each minute. */
    public Alerts start() {
        schedule.scheduleWithFixedDelay(this::lookQuietly, 5, 60, TimeUnit.SECONDS);
        return this;
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/v1/alerts", Access.READ, this::list));
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }

    /** Looks once. */
    synchronized void look() {
        AlertRules read = AlertRules.read(file);
        if (!read.problems().equals(problems)) {
            problems = read.problems();
            problems.forEach(problem -> LOG.warn("{}: {}", file, problem));
        }
        restore(read.rules());
        Map<String, Alert> before = Map.copyOf(alerts);
        alerts.keySet().retainAll(read.rules().stream().map(AlertRule::name).toList());
        for (AlertRule rule : read.rules()) {
            look(rule);
        }
        if (!alerts.equals(before)) {
            note();
        }
    }

    /** Before the first look: what an earlier console told stands. */
    private void restore(List<AlertRule> rules) {
        if (!restored) {
            restored = true;
            try {
                alerts.putAll(states.read(rules));
            } catch (IOException | RuntimeException e) {
                LOG.warn("how the alerts stood is not known, they may be told again: {}", e.toString());
            }
        }
    }

    private void note() {
        try {
            states.write(alerts.values());
        } catch (IOException e) {
            LOG.warn("how the alerts stand can't be noted, they may be told again: {}", e.toString());
        }
    }

    private void look(AlertRule rule) {
        Instant now = clock.instant();
        long nowNanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
        Alert known = alerts.get(rule.name());
        Alert before = known != null && known.rule().equals(rule) ? known : Alert.of(rule);
        Alert after = before.next(index.ask(traces -> rule.value(traces, unsent, nowNanos)), now);
        alerts.put(rule.name(), after);
        if (after.firing() != before.firing()) {
            LOG.warn("alert {} is {}: {} is {}", rule.name(), after.status(), rule.when(), after.value());
            webhook.tell(after);
        }
    }

    /** A look that fails is none; the next may succeed. */
    private void lookQuietly() {
        try {
            look();
        } catch (Problem busy) {
            LOG.warn("the alerts could not be looked at: {}", busy.detail());
        } catch (RuntimeException e) {
            LOG.error("the alerts could not be looked at", e);
        }
    }

    private synchronized void list(Context ctx) {
        JsonWriter out = new JsonWriter(1_024);
        out.beginObject().name("alerts").beginArray();
        alerts.values().forEach(alert -> alert.write(out));
        out.endArray().name("problems").beginArray();
        problems.forEach(out::value);
        Answers.json(ctx, out.endArray().endObject());
    }

    private synchronized double firing() {
        return alerts.values().stream().filter(Alert::firing).count();
    }
}
