package dev.narrative.instrumentation.narrative.api;

import dev.narrative.api.Score;
import dev.narrative.api.TraceSpan;
import dev.narrative.core.AgentRuntime;
import dev.narrative.core.artifact.Artifact;
import dev.narrative.core.artifact.Artifacts;
import dev.narrative.core.capture.CaptureNames;
import dev.narrative.core.capture.CapturedAttributes;
import dev.narrative.core.log.AgentLog;
import dev.narrative.core.trace.Correlation;
import dev.narrative.core.trace.Span;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Ids;
import dev.narrative.model.SpanKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any span, as the application sees it. What is said after its end is passed over. */
class SpanView implements TraceSpan {
    private static final int MAX_TAGS = 50;

    private final Span span;

    SpanView(Span span) {
        this.span = span;
    }

    final Span span() {
        return span;
    }

    /** Changes a span that still runs, by one thread at a time. */
    final void change(Runnable change) {
        Guarded.run(() -> {
            synchronized (span) {
                if (!span.hasEnded()) {
                    change.run();
                }
            }
        });
    }

    /** Puts a value that is ready under an attribute's own key. */
    final void put(String key, @Nullable Object rendered) {
        CapturedAttributes.put(span.attributes(), key, rendered);
    }

    @Override
    public final @Nullable String traceId() {
        return Guarded.get(span::traceIdHex);
    }

    @Override
    public final @Nullable String spanId() {
        return Ids.spanId(span.spanId());
    }

    @Override
    public final @Nullable String narrativeTraceId() {
        String known = span.correlation().narrativeTraceId();
        return known == null ? traceId() : known;
    }

    @Override
    public final @Nullable String sessionId() {
        return span.correlation().session();
    }

    @Override
    public final @Nullable String storyId() {
        return span.correlation().story();
    }

    @Override
    public final @Nullable String userId() {
        return span.correlation().user();
    }

    @Override
    public final void session(String id) {
        change(() -> span.correlate(new Correlation(ApiTexts.id(id), null, null, null)));
    }

    @Override
    public final void story(String id) {
        change(() -> span.correlate(new Correlation(null, ApiTexts.id(id), null, null)));
    }

    @Override
    public final void user(String id) {
        change(() -> span.correlate(new Correlation(null, null, ApiTexts.id(id), null)));
    }

    @Override
    public final void attribute(String name, @Nullable Object value) {
        if (name == null || value == null) {
            return;
        }
        change(() -> {
            switch (name) {
                case AttributeNames.SESSION_ID -> session(String.valueOf(value));
                case AttributeNames.USER_ID -> user(String.valueOf(value));
                default -> putNamed(name, value);
            }
        });
    }

    private void putNamed(String name, @Nullable Object value) {
        try {
            CaptureNames.check(name);
            if (name.startsWith("narrative.")) {
                throw new IllegalArgumentException("must not begin with narrative.");
            }
        } catch (IllegalArgumentException wrong) {
            AgentLog.warnThrottled("api-attribute", "an attribute of the API is left out: it " + wrong.getMessage());
            return;
        }
        put(CaptureNames.attribute(name), ApiTexts.renderer().render(name, value));
        span.correlateByAttributes();
    }

    @Override
    public final void tags(String... tags) {
        change(() -> {
            List<String> all = new ArrayList<>();
            if (span.attributes().get(AttributeNames.TAGS) instanceof List<?> known) {
                known.forEach(tag -> all.add((String) tag));
            }
            for (String tag : tags) {
                String text = ApiTexts.name(tag, "");
                if (!text.isEmpty() && !all.contains(text) && all.size() < MAX_TAGS) {
                    all.add(text);
                }
            }
            if (!all.isEmpty()) {
                span.attributes().put(AttributeNames.TAGS, all);
            }
        });
    }

    @Override
    public final void prompt(String name, int version) {
        change(() -> {
            put(AttributeNames.PROMPT_NAME, ApiTexts.name(name, "prompt"));
            span.attributes().put(AttributeNames.PROMPT_VERSION, version);
        });
    }

    @Override
    public final void log(String event, Map<String, ?> data) {
        change(() -> {
            Span noted = AgentRuntime.tracer()
                    .startWithin(span, ApiTexts.name(event, "event"), SpanKind.INTERNAL, SpanRecorder.SCOPE);
            noted.attributes().put(AttributeNames.TYPE, "event");
            if (data != null) {
                CapturedAttributes.put(noted.attributes(), AttributeNames.INPUT, ApiTexts.values(data));
            }
            noted.end();
        });
    }

    @Override
    public final void score(Score score) {
        Guarded.run(() -> ApiScores.record(span, score));
    }

    @Override
    public final void artifact(String name, String mediaType, long size, @Nullable String sha256, String pathOrUrl) {
        change(() -> new Artifact(name(name), type(mediaType), size, sha256, pathOrUrl, null).addTo(span));
    }

    @Override
    public final void artifact(String name, String mediaType, byte[] content) {
        if (content != null && isKept()) {
            Guarded.run(() -> Artifacts.add(span, name(name), type(mediaType), content));
        }
    }

    @Override
    public final void artifact(String name, String mediaType, Path file) {
        if (file != null && isKept()) {
            Guarded.run(() -> Artifacts.add(span, name(name), type(mediaType), file));
        }
    }

    private boolean isKept() {
        return !span.hasEnded() && span.isSampled();
    }

    private static String name(@Nullable String name) {
        return ApiTexts.name(name, "artifact");
    }

    private static String type(@Nullable String mediaType) {
        return ApiTexts.name(mediaType, "application/octet-stream");
    }
}
