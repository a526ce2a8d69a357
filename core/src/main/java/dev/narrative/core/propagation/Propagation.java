package dev.narrative.core.propagation;

import dev.narrative.api.NarrativeHeaders;
import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.HostPatterns;
import dev.narrative.core.config.Settings;
import dev.narrative.core.trace.Correlation;
import dev.narrative.core.trace.RemoteParent;
import dev.narrative.core.trace.Span;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads and writes the headers that the configuration asks for; one object for as long as a configuration holds. */
public final class Propagation {
    public static final String TRACEPARENT = "traceparent";
    public static final String TRACESTATE = "tracestate";
    public static final String BAGGAGE = "baggage";

    private static final int MAX_TRACEPARENT = 512;
    private static final int MAX_TRACESTATE = 512;
    private static final int MAX_BAGGAGE = 8_192;
    private static final int MAX_TRACE_ID = 128;
    private static final int MAX_ID = 200;
    private static final int MAX_KNOWN_HOSTS = 1_000;

    private static volatile Propagation current = new Propagation(AgentConfig.defaults());

    private final AgentConfig config;
    private final boolean traceContext;
    private final boolean baggage;
    private final boolean narrative;
    private final HostPatterns hosts;
    private final Map<String, Boolean> knownHosts = new ConcurrentHashMap<>();

    Propagation(AgentConfig config) {
        List<String> names = config.get(Settings.PROPAGATORS);
        this.config = config;
        this.traceContext = names.contains("tracecontext");
        this.baggage = names.contains("baggage");
        this.narrative = names.contains("narrative");
        this.hosts = config.get(Settings.PROPAGATION_HOSTS);
    }

    /** The propagation that the configuration asks for now. */
    public static Propagation current() {
        Propagation known = current;
        AgentConfig config = AgentRuntime.config();
        if (known.config != config) {
            known = new Propagation(config);
            current = known;
        }
        return known;
    }

    /** Whether a host may be told about the trace. */
    public boolean reaches(@Nullable String host) {
        if (host == null) {
            return false;
        }
        Boolean known = knownHosts.get(host);
        if (known == null) {
            known = hosts.matches(host);
            if (knownHosts.size() < MAX_KNOWN_HOSTS) {
                knownHosts.put(host, known);
            }
        }
        return known;
    }

    /**
     * Writes a span's headers. A {@code traceparent} that is there already came from an earlier hop and is replaced; the
     * other headers are the application's own when they are there, and stay.
     */
    public void inject(Span span, HeaderSetter headers) {
        if (traceContext) {
            headers.set(TRACEPARENT, TraceParent.write(span));
            String state = span.traceState();
            if (state == null) {
                headers.remove(TRACESTATE);
            } else {
                headers.set(TRACESTATE, state);
            }
        }
        if (baggage) {
            add(headers, BAGGAGE, span.baggage(), MAX_BAGGAGE);
        }
        if (narrative) {
            Correlation known = span.correlation();
            String id = known.narrativeTraceId();
            add(headers, NarrativeHeaders.TRACE_ID, id == null ? span.traceIdHex() : id, MAX_TRACE_ID);
            add(headers, NarrativeHeaders.SESSION_ID, known.session(), MAX_ID);
            add(headers, NarrativeHeaders.STORY_ID, known.story(), MAX_ID);
        }
    }

    /** Drops what {@link #inject} wrote, for a message that turns out to go to a host that may not be told. */
    public static void clear(HeaderSetter headers) {
        headers.remove(TRACEPARENT);
        headers.remove(TRACESTATE);
        headers.remove(BAGGAGE);
        headers.remove(NarrativeHeaders.TRACE_ID);
        headers.remove(NarrativeHeaders.SESSION_ID);
        headers.remove(NarrativeHeaders.STORY_ID);
    }

    /**
     * Reads what came in. The {@code traceparent} names the parent; without one, a narrative trace id that has a trace
     * id's form becomes the trace id, so that both systems share it.
     */
    public RemoteParent extract(HeaderGetter headers) {
        TraceParent parent = traceContext ? traceParent(headers) : null;
        String state = parent == null ? null : HeaderValues.joined(headers, TRACESTATE, MAX_TRACESTATE);
        String carried = baggage ? HeaderValues.joined(headers, BAGGAGE, MAX_BAGGAGE) : null;
        Correlation correlation = narrative ? correlation(headers) : Correlation.NONE;
        if (parent != null) {
            return new RemoteParent(
                    parent.traceIdHigh(),
                    parent.traceIdLow(),
                    parent.spanId(),
                    parent.sampled(),
                    state,
                    carried,
                    correlation);
        }
        String id = correlation.narrativeTraceId();
        NarrativeTraceId shared = id == null ? null : NarrativeTraceId.parse(id);
        if (shared != null) {
            Correlation rest = new Correlation(correlation.session(), correlation.story(), correlation.user(), null);
            return new RemoteParent(shared.high(), shared.low(), 0, true, null, carried, rest);
        }
        return carried == null && correlation.equals(Correlation.NONE)
                ? RemoteParent.NONE
                : new RemoteParent(0, 0, 0, true, null, carried, correlation);
    }

    private static @Nullable TraceParent traceParent(HeaderGetter headers) {
        List<String> values = headers.values(TRACEPARENT);
        if (values.isEmpty()) {
            return null;
        }
        for (String value : values) {
            if (!value.equals(values.get(0))) {
                HeaderValues.refused(TRACEPARENT, "that came twice, with different values");
                return null;
            }
        }
        String value = HeaderValues.checked(TRACEPARENT, values.get(0).trim(), MAX_TRACEPARENT);
        TraceParent parent = value == null ? null : TraceParent.parse(value);
        if (value != null && parent == null) {
            HeaderValues.refused(TRACEPARENT, "that breaks the W3C's form");
        }
        return parent;
    }

    private static Correlation correlation(HeaderGetter headers) {
        String session = HeaderValues.single(headers, NarrativeHeaders.SESSION_ID, MAX_ID);
        String story = HeaderValues.single(headers, NarrativeHeaders.STORY_ID, MAX_ID);
        String id = HeaderValues.single(headers, NarrativeHeaders.TRACE_ID, MAX_TRACE_ID);
        return session == null && story == null && id == null
                ? Correlation.NONE
                : new Correlation(session, story, null, id);
    }

    private static void add(HeaderSetter headers, String name, @Nullable String value, int maxLength) {
        if (value != null && !headers.has(name)) {
            String sound = HeaderValues.checked(name, value, maxLength);
            if (sound != null) {
                headers.set(name, sound);
            }
        }
    }
}
