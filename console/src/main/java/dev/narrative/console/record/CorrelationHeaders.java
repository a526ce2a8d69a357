package dev.narrative.console.record;

import dev.narrative.api.NarrativeHeaders;
import dev.narrative.model.Ids;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that make what a script calls part of its trace. */
public final class CorrelationHeaders {
    private static final String TRACEPARENT = "traceparent";

    private CorrelationHeaders() {}

    /**
     * The headers by their names.
     *
     * @param parent the span that calls
     */
    public static Map<String, String> of(ScriptTrace trace, long parent) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(NarrativeHeaders.TRACE_ID, trace.narrativeId());
        String session = trace.session();
        if (session != null) {
            headers.put(NarrativeHeaders.SESSION_ID, session);
        }
        String story = trace.story();
        if (story != null) {
            headers.put(NarrativeHeaders.STORY_ID, story);
        }
        // W3C Trace Context: version, trace, parent, and the flag that it is recorded.
        headers.put(TRACEPARENT, "00-" + trace.id() + "-" + Ids.spanId(parent) + "-01");
        return headers;
    }
}
