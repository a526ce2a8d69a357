package dev.narrative.core.propagation;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.CorrelationSource;
import dev.narrative.core.config.CorrelationSource.Kind;
import dev.narrative.core.config.Settings;
import dev.narrative.core.log.AgentLog;
import dev.narrative.core.trace.Correlation;
import dev.narrative.core.trace.Correlator;
import dev.narrative.core.trace.RemoteParent;
import dev.narrative.core.trace.Span;
import dev.narrative.model.Attributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads session, story and user from the places that {@code narrative.session.from} and its like name. What came in with
 * the headers of the trace goes before; of several places the first that tells something is believed.
 */
public final class CorrelationReader implements Correlator {
    private static final int MAX_ID = 200;
    private static final ThreadLocal<Map<String, String>> THREAD = new ThreadLocal<>();

    private final List<CorrelationSource> session;
    private final List<CorrelationSource> story;
    private final List<CorrelationSource> user;

    /** What one place tells; {@code null} where it tells nothing, or is not the place that was asked. */
    private interface Place {
        @Nullable
        String value(CorrelationSource source);
    }

    private CorrelationReader(
            List<CorrelationSource> session, List<CorrelationSource> story, List<CorrelationSource> user) {
        this.session = session;
        this.story = story;
        this.user = user;
    }

    /** {@code null} when the configuration names no place, so that nothing is looked for. */
    public static @Nullable CorrelationReader of(AgentConfig config) {
        List<CorrelationSource> session = config.get(Settings.SESSION_FROM);
        List<CorrelationSource> story = config.get(Settings.STORY_FROM);
        List<CorrelationSource> user = config.get(Settings.USER_FROM);
        boolean none = session.isEmpty() && story.isEmpty() && user.isEmpty();
        return none ? null : new CorrelationReader(session, story, user);
    }

    /** The reader of the configuration that holds now. */
    public static @Nullable CorrelationReader current() {
        return (CorrelationReader) AgentRuntime.tracer().correlator();
    }

    /** What came in with a request, with what it lacks read from the request's headers, cookies, query and baggage. */
    public static RemoteParent complete(RemoteParent remote, HeaderGetter headers, @Nullable String query) {
        CorrelationReader reader = current();
        if (reader == null) {
            return remote;
        }
        RequestValues request = new RequestValues(headers, query, remote.baggage());
        return remote.with(remote.correlation().or(reader.read(request::value)));
    }

    @Override
    public Correlation of(Attributes attributes) {
        return read(source -> {
            Object value = source.kind() == Kind.ATTRIBUTE ? attributes.get(source.name()) : null;
            return value == null ? null : value.toString();
        });
    }

    @Override
    public Correlation ofThread() {
        Map<String, String> values = THREAD.get();
        return values == null
                ? Correlation.NONE
                : read(source -> source.kind() == Kind.MDC ? values.get(source.name()) : null);
    }

    /** Whether the diagnostic context's value of this key is looked for. */
    public boolean reads(String key) {
        CorrelationSource source = new CorrelationSource(Kind.MDC, key);
        return session.contains(source) || story.contains(source) || user.contains(source);
    }

    /** This thread's diagnostic context has a new value, or with {@code null} none any more. */
    public void threadSays(String key, @Nullable String value) {
        Map<String, String> values = THREAD.get();
        if (value == null) {
            if (values != null) {
                values.remove(key);
            }
            return;
        }
        if (values == null) {
            values = new HashMap<>();
            THREAD.set(values);
        }
        values.put(key, value);
        Span span = Span.current();
        if (span != null) {
            span.correlateWhereUnknown(ofThread());
        }
    }

    /** This thread's diagnostic context is empty again. */
    public void threadForgets() {
        THREAD.remove();
    }

    private Correlation read(Place place) {
        String foundSession = first(session, place);
        String foundStory = first(story, place);
        String foundUser = first(user, place);
        return foundSession == null && foundStory == null && foundUser == null
                ? Correlation.NONE
                : new Correlation(foundSession, foundStory, foundUser, null);
    }

    private static @Nullable String first(List<CorrelationSource> sources, Place place) {
        for (CorrelationSource source : sources) {
            String value = place.value(source);
            String id = value == null ? null : checked(source, value.trim());
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    private static @Nullable String checked(CorrelationSource source, String value) {
        if (value.length() > MAX_ID || value.chars().anyMatch(Character::isISOControl)) {
            AgentLog.warnThrottled(
                    "source-" + source,
                    "passes over the value of " + source + ", which is longer than " + MAX_ID
                            + " characters or holds control characters");
            return null;
        }
        return value.isEmpty() ? null : value;
    }
}
