package dev.narrative.console.server.live;

import dev.narrative.console.export.SummaryJson;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.http.Route;
import dev.narrative.console.server.index.LiveIndex;
import dev.narrative.console.server.metrics.Metrics;
import dev.narrative.console.store.TraceCalls;
import dev.narrative.console.store.TraceQueries;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.json.JsonWriter;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells browsers of traces that changed, as server-sent events. Each client has a thread of its own, and few may be. */
public final class LiveEvents {
    private static final int MOST_CLIENTS = 32;
    private static final int MOST_AT_ONCE = 200;
    private static final long HEARTBEAT_MILLIS = 15_000;
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEGIN = "retry: 2000\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Supplier<LiveIndex> index;
    private volatile long seen = -1;
    private volatile boolean closed;

    /** @param index asked when a client comes back */
    public LiveEvents(Supplier<LiveIndex> index, Metrics metrics) {
        this.index = index;
        metrics.gauge("narrative_live_clients", "Clients that wait for live events.", listeners::size);
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/v1/events", Access.READ, this::stream));
    }

    /** Looks for what changed since the last look, and tells it. */
    public void refreshed(TraceQueries traces) {
        long now = traces.lastChange();
        long before = seen;
        seen = now;
        if (now == before || listeners.isEmpty()) {
            return;
        }
        // Who came before the first look may have loaded lists without what it brings.
        List<LiveEvent> events =
                before < 0 ? List.of(LiveEvent.reset(now)) : events(traces, traces.changedAfter(before), now);
        listeners.forEach(listener -> events.forEach(listener::add));
    }

    /** Ends all streams. */
    public void close() {
        closed = true;
        listeners.forEach(Listener::close);
    }

    private void stream(Context ctx) throws IOException {
        Listener listener = new Listener();
        listeners.add(listener);
        try {
            if (closed || listeners.size() > MOST_CLIENTS) {
                throw Problem.tryAgain(503, "too many wait for live events", 5);
            }
            catchUp(ctx.header("Last-Event-ID"), listener);
            ctx.disableCompression();
            ctx.contentType("text/event-stream").header("Cache-Control", "no-store");
            ctx.header("X-Accel-Buffering", "no");
            write(ctx.res().getOutputStream(), listener);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listeners.remove(listener);
        }
    }

    private static void write(OutputStream out, Listener listener) throws InterruptedException {
        try {
            out.write(BEGIN);
            out.flush();
            while (!listener.isClosed()) {
                LiveEvent event = listener.next(HEARTBEAT_MILLIS);
                out.write(event == null ? HEARTBEAT : event.encoded());
                out.flush();
            }
        } catch (IOException gone) {
            // the client has left
        }
    }

    /** What a client missed between two connections. */
    private void catchUp(@Nullable String lastId, Listener listener) {
        if (lastId == null) {
            return;
        }
        try {
            long last = Long.parseLong(lastId);
            index.get()
                    .ask(traces -> events(traces, traces.changedAfter(last), traces.lastChange()))
                    .forEach(listener::add);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("Last-Event-ID must be that of an event");
        }
    }

    private static List<LiveEvent> events(TraceQueries traces, List<TraceSummary> changed, long id) {
        if (changed.size() > MOST_AT_ONCE) {
            return List.of(LiveEvent.reset(id));
        }
        Map<TraceId, TraceCalls> calls =
                traces.calls(changed.stream().map(TraceSummary::id).toList());
        return changed.stream()
                .map(trace -> {
                    JsonWriter out = new JsonWriter(512);
                    SummaryJson.write(trace, calls.getOrDefault(trace.id(), TraceCalls.NONE), out);
                    return new LiveEvent(id, "trace", out.text());
                })
                .toList();
    }
}
