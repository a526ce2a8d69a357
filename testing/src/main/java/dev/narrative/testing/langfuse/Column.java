package dev.narrative.testing.langfuse;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The attributes that Langfuse reads; whatever else comes lands among unmapped metadata. */
enum Column {
    TRACE_NAME("langfuse.trace.name"),
    USER_ID("langfuse.user.id"),
    SESSION_ID("langfuse.session.id"),
    TRACE_TAGS("langfuse.trace.tags"),
    TRACE_PUBLIC("langfuse.trace.public"),
    ENVIRONMENT("langfuse.environment"),
    RELEASE("langfuse.release"),
    VERSION("langfuse.version"),
    APP_ROOT("langfuse.internal.is_app_root"),
    TYPE("langfuse.observation.type"),
    INPUT("langfuse.observation.input"),
    OUTPUT("langfuse.observation.output"),
    LEVEL("langfuse.observation.level"),
    STATUS_MESSAGE("langfuse.observation.status_message"),
    MODEL("langfuse.observation.model.name"),
    PARAMETERS("langfuse.observation.model.parameters"),
    USAGE("langfuse.observation.usage_details"),
    COST("langfuse.observation.cost_details"),
    PROMPT_NAME("langfuse.observation.prompt.name"),
    PROMPT_VERSION("langfuse.observation.prompt.version"),
    COMPLETION_START("langfuse.observation.completion_start_time");

    static final String METADATA = "langfuse.observation.metadata.";
    static final String TRACE_METADATA = "langfuse.trace.metadata.";

    /** Those that a trace hands on to its observations: Langfuse drops what is longer than 200 characters. */
    static final Set<Column> PROPAGATED = Set.of(TRACE_NAME, USER_ID, SESSION_ID, RELEASE, VERSION);

    private final String key;

    Column(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    static Optional<Column> of(String key) {
        return Arrays.stream(values()).filter(column -> column.key.equals(key)).findFirst();
    }
}
