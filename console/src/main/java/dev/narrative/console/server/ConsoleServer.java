package dev.narrative.console.server;

import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.server.alerts.Alerts;
import dev.narrative.console.server.audit.AuditLog;
import dev.narrative.console.server.auth.Security;
import dev.narrative.console.server.auth.TokenStore;
import dev.narrative.console.server.http.InFlightBytes;
import dev.narrative.console.server.http.JsonBody;
import dev.narrative.console.server.http.Route;
import dev.narrative.console.server.index.LiveIndex;
import dev.narrative.console.server.journal.OpenSnapshot;
import dev.narrative.console.server.journal.ReceivedJournal;
import dev.narrative.console.server.journal.SpanRecorder;
import dev.narrative.console.server.live.LiveEvents;
import dev.narrative.console.server.metrics.Metrics;
import dev.narrative.console.server.otlp.OtlpReceiver;
import dev.narrative.console.server.rest.AnalysisRoutes;
import dev.narrative.console.server.rest.ArtifactRoutes;
import dev.narrative.console.server.rest.CallPrices;
import dev.narrative.console.server.rest.ConsoleRoutes;
import dev.narrative.console.server.rest.ExecutionRoutes;
import dev.narrative.console.server.rest.HoldRoutes;
import dev.narrative.console.server.rest.LangfuseRoutes;
import dev.narrative.console.server.rest.OpenTraces;
import dev.narrative.console.server.rest.OverviewRoutes;
import dev.narrative.console.server.rest.PromptVersions;
import dev.narrative.console.server.rest.ScoreGiver;
import dev.narrative.console.server.rest.ScoreRoutes;
import dev.narrative.console.server.rest.SessionRoutes;
import dev.narrative.console.server.rest.SettingsRoutes;
import dev.narrative.console.server.rest.TokenRoutes;
import dev.narrative.console.server.rest.TraceCache;
import dev.narrative.console.server.rest.TraceRoutes;
import dev.narrative.console.server.rest.TracingRoutes;
import dev.narrative.console.web.PageRoutes;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A console that runs: it follows journals, receives spans, and answers. */
public final class ConsoleServer implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleServer.class);
    private static final int READERS = 4;
    /** What comes in takes a quarter of the heap at most, with all that is made of it. */
    private static final int HEAP_PART = 4;

    private final ReceivedJournal journal;
    private final LiveIndex index;
    private final LiveEvents events;
    private final Alerts alerts;
    private final List<Route> routes;
    private final WebServer web;

    private ConsoleServer(ServerOptions options, Supplier<JournalIndex> opener, Clock clock) {
        Metrics metrics = new Metrics();
        TokenStore tokens = new TokenStore(options.data(), clock);
        boolean open = isLoopback(options.host()) && !options.askTokens();
        if (!open && tokens.list().isEmpty()) {
            throw new IllegalArgumentException("tokens are asked for on " + options.host()
                    + ", and there is none; make one: narrative token create --role admin");
        }
        PromptVersions prompts = new PromptVersions(options.data());
        AuditLog audit = new AuditLog(options.data());
        Security security = Security.of(open, tokens, options.hostNames(), clock);
        InFlightBytes inFlight = new InFlightBytes(Runtime.getRuntime().maxMemory() / HEAP_PART);
        AtomicReference<LiveIndex> started = new AtomicReference<>();
        events = new LiveEvents(started::get, metrics);
        index = LiveIndex.start(opener, READERS, events::refreshed, metrics);
        started.set(index);
        journal = new ReceivedJournal(options.received(), clock, index::wake);
        metrics.gauge("narrative_ingest_queue", "Requests that wait for the disk.", journal::waiting);
        metrics.gauge("narrative_ingest_bytes_held", "Bytes of bodies in memory.", inFlight::held);
        StoreFigures.add(options, metrics);
        SpanRecorder recorder = new SpanRecorder(journal);
        OpenTraces openTraces = openTraces(options, clock);
        JsonBody bodies = new JsonBody(inFlight);
        alerts = new Alerts(options.data(), index, options.unsent(), metrics, clock).start();

        List<Route> all = new ArrayList<>();
        all.addAll(new ConsoleRoutes(index, metrics, audit).routes());
        all.addAll(security.pages().routes());
        all.addAll(new PageRoutes().routes());
        all.addAll(new OtlpReceiver(journal, inFlight, metrics).routes());
        TraceCache cache = new TraceCache(index);
        all.addAll(new TraceRoutes(index, cache, prompts, clock).routes());
        all.addAll(new AnalysisRoutes(index, cache).routes());
        all.addAll(new ArtifactRoutes(index, options.artifacts()).routes());
        all.addAll(new HoldRoutes(index, options.holds(), bodies, clock).routes());
        all.addAll(new SessionRoutes(index, clock).routes());
        all.addAll(new TokenRoutes(tokens, bodies, clock).routes());
        all.addAll(new SettingsRoutes(options.received(), options.prices(), bodies).routes());
        all.addAll(new OverviewRoutes(index, clock).routes());
        all.addAll(new ExecutionRoutes(index).routes());
        all.addAll(new TracingRoutes(index, openTraces, recorder, new CallPrices(options.prices()), bodies, clock)
                .routes());
        ScoreGiver scores = new ScoreGiver(index, recorder, clock);
        all.addAll(new ScoreRoutes(index, scores, bodies).routes());
        all.addAll(alerts.routes());
        String langfuseSecret = options.langfuseSecret();
        if (langfuseSecret != null) {
            all.addAll(new LangfuseRoutes(langfuseSecret, scores, prompts, inFlight, clock).routes());
        }
        all.addAll(events.routes());
        routes = List.copyOf(all);
        RouteGuard guard = new RouteGuard(security.authenticator(), audit, metrics, clock);
        try {
            web = WebServer.start(options, routes, guard, security.foreignPages());
        } catch (RuntimeException e) {
            closeStores();
            throw e;
        }
    }

    /**
     * Starts a console.
     *
     * @param opener opens the index over the journals, that of the received spans among them; called for each connection
     * @throws IllegalArgumentException with what to do, when it can't be started so
     */
    public static ConsoleServer start(ServerOptions options, Supplier<JournalIndex> opener, Clock clock) {
        return new ConsoleServer(options, opener, clock);
    }

    public int port() {
        return web.port();
    }

    /** All that it answers to. */
    List<Route> routes() {
        return routes;
    }

    @Override
    public void close() {
        events.close();
        web.stop();
        closeStores();
    }

    private void closeStores() {
        alerts.close();
        try {
            journal.close();
        } catch (IOException e) {
            // what was answered is on disk
        }
        index.close();
    }

    private OpenTraces openTraces(ServerOptions options, Clock clock) {
        OpenTraces traces = new OpenTraces(new OpenSnapshot(options.received(), clock), index::wake);
        try {
            traces.takeOver();
        } catch (IOException e) {
            LOG.warn("traces that were left open can't be completed here: {}", e.toString());
        }
        return traces;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("there is no host " + host, e);
        }
    }
}
