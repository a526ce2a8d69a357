package dev.narrative.export.langfuse;

/**
 * The attributes from which Langfuse reads the columns of an observation, each with the form that it takes. Of any other
 * form it drops the field, or the whole observation, without a word.
 */
final class LangfuseAttributes {
    // Of the trace; on every span, since Langfuse 4 keeps no trace besides its observations.

    /** Text, up to 200 characters. */
    static final String TRACE_NAME = "langfuse.trace.name";

    /** Text, up to 200 characters. */
    static final String USER_ID = "langfuse.user.id";

    /** Text, up to 200 characters. */
    static final String SESSION_ID = "langfuse.session.id";

    /** A list of texts, each up to 200 characters. */
    static final String TRACE_TAGS = "langfuse.trace.tags";

    /** A boolean: whether everyone with the link may see the trace. */
    static final String TRACE_PUBLIC = "langfuse.trace.public";

    /** Followed by a dot and a key that can be filtered by; text up to 200 characters. */
    static final String TRACE_METADATA = "langfuse.trace.metadata";

    /** 1 to 40 lowercase letters, digits, {@code -} and {@code _}; never beginning with {@code langfuse}. */
    static final String ENVIRONMENT = "langfuse.environment";

    /** Text, up to 200 characters. */
    static final String RELEASE = "langfuse.release";

    /** Text, up to 200 characters: the version of the service. */
    static final String VERSION = "langfuse.version";

    /** A boolean, true on the top span where the real parent is not in Langfuse. */
    static final String IS_APP_ROOT = "langfuse.internal.is_app_root";

    // Of the observation.

    /** One of the ten types, in lower case. */
    static final String TYPE = "langfuse.observation.type";

    /** Text, JSON for structures. Where either this or the output is given, Langfuse looks for neither elsewhere. */
    static final String INPUT = "langfuse.observation.input";

    /** Text, JSON for structures. */
    static final String OUTPUT = "langfuse.observation.output";

    /** Followed by a dot and a key that can be filtered by; text, number, boolean or list. */
    static final String METADATA = "langfuse.observation.metadata";

    /** {@code DEBUG}, {@code DEFAULT}, {@code WARNING} or {@code ERROR}, exactly so. */
    static final String LEVEL = "langfuse.observation.level";

    /** Text: why it failed. */
    static final String STATUS_MESSAGE = "langfuse.observation.status_message";

    /** Text: the model that answered, else the one that was asked. */
    static final String MODEL_NAME = "langfuse.observation.model.name";

    /** A JSON object whose values are texts or numbers. */
    static final String MODEL_PARAMETERS = "langfuse.observation.model.parameters";

    /** A JSON object of whole numbers from 0: tokens by kind, each counted once. */
    static final String USAGE_DETAILS = "langfuse.observation.usage_details";

    /** A JSON object of numbers: US dollars by kind. Where it is given, Langfuse computes none of its own. */
    static final String COST_DETAILS = "langfuse.observation.cost_details";

    /** Text; of generations alone, and only with the version. */
    static final String PROMPT_NAME = "langfuse.observation.prompt.name";

    /** A whole number as such; of generations alone, and only with the name. */
    static final String PROMPT_VERSION = "langfuse.observation.prompt.version";

    /** When the first token came: ISO 8601 with a zone. */
    static final String COMPLETION_START_TIME = "langfuse.observation.completion_start_time";

    private LangfuseAttributes() {}
}
