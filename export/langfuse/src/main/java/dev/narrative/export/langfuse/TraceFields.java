package dev.narrative.export.langfuse;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanData;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a trace as a whole has, written on each of its spans. Session, story and user stand on the spans already; name, tags
 * and the like are taken from the trace's first span in this process where a span says nothing of its own.
 *
 * @param name the first span's name; {@code null} where the trace began elsewhere, which names it there
 * @param said the {@code langfuse.*} attributes of the first span that concern the trace
 */
record TraceFields(@Nullable String name, Map<String, Object> said) {
    private static final List<String> OF_THE_TRACE = List.of(
            LangfuseAttributes.TRACE_NAME,
            LangfuseAttributes.TRACE_TAGS,
            LangfuseAttributes.TRACE_PUBLIC,
            LangfuseAttributes.ENVIRONMENT,
            LangfuseAttributes.RELEASE,
            LangfuseAttributes.VERSION);

    TraceFields {
        said = Map.copyOf(said);
    }

    /** What a trace's first span in this process says of the trace. */
    static TraceFields of(SpanData first) {
        SpanValues values = SpanValues.of(first);
        Map<String, Object> said = new HashMap<>();
        values.rest().forEach((key, value) -> {
            if (OF_THE_TRACE.contains(key) || isMetadata(key)) {
                said.put(key, value);
            }
        });
        return new TraceFields(first.parentSpanId() == 0 ? first.name() : null, said);
    }

    /** Takes what a span itself says of the trace, and writes that or what is known otherwise. */
    void write(SpanValues values, ProcessFields process, Attributes fields) {
        text(fields, LangfuseAttributes.TRACE_NAME, values, name);
        id(fields, LangfuseAttributes.USER_ID, values.takeText(LangfuseAttributes.USER_ID, AttributeNames.USER_ID));
        id(fields, LangfuseAttributes.SESSION_ID, session(values));
        List<String> tags = Tags.of(
                process.tags(), said.get(LangfuseAttributes.TRACE_TAGS), values.take(LangfuseAttributes.TRACE_TAGS));
        if (!tags.isEmpty()) {
            fields.put(LangfuseAttributes.TRACE_TAGS, tags);
        }
        Object shared = values.take(LangfuseAttributes.TRACE_PUBLIC);
        shared = shared == null ? said.get(LangfuseAttributes.TRACE_PUBLIC) : shared;
        if (shared != null) {
            fields.put(LangfuseAttributes.TRACE_PUBLIC, Boolean.parseBoolean(shared.toString()));
        }
        environment(fields, values, process.environment());
        text(fields, LangfuseAttributes.RELEASE, values, process.release());
        text(fields, LangfuseAttributes.VERSION, values, process.version());
        metadata(fields, values);
    }

    private static @Nullable String session(SpanValues values) {
        Object conversation = values.peek(AttributeNames.GEN_AI_CONVERSATION_ID);
        String session = values.takeText(LangfuseAttributes.SESSION_ID, AttributeNames.SESSION_ID);
        if (session == null || session.equals(conversation)) {
            return values.takeText(AttributeNames.GEN_AI_CONVERSATION_ID);
        }
        return session;
    }

    private void environment(Attributes fields, SpanValues values, @Nullable String otherwise) {
        String own = values.takeText(ProcessFields.ENVIRONMENTS.toArray(new String[0]));
        Object first = own == null ? said.get(LangfuseAttributes.ENVIRONMENT) : own;
        String valid = first == null ? null : Environments.valid(first.toString());
        put(fields, LangfuseAttributes.ENVIRONMENT, valid == null ? otherwise : valid);
    }

    private void text(Attributes fields, String key, SpanValues values, @Nullable String otherwise) {
        String own = values.takeText(key);
        Object first = said.get(key);
        put(fields, key, own != null ? own : first != null ? first.toString() : otherwise);
    }

    /** Story and narrative trace, and what the application itself put there. */
    private void metadata(Attributes fields, SpanValues values) {
        said.forEach((key, value) -> {
            if (isMetadata(key)) {
                put(fields, key, value.toString());
            }
        });
        for (Iterator<Map.Entry<String, Object>> all = values.rest().entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, Object> entry = all.next();
            if (isMetadata(entry.getKey())) {
                put(fields, entry.getKey(), entry.getValue().toString());
                all.remove();
            }
        }
        String story = values.takeText(AttributeNames.STORY_ID);
        put(fields, LangfuseAttributes.TRACE_METADATA + '.' + AttributeNames.STORY_ID, story);
        String narrative = values.takeText(AttributeNames.TRACE_ID);
        put(fields, LangfuseAttributes.TRACE_METADATA + '.' + AttributeNames.TRACE_ID, narrative);
    }

    private static boolean isMetadata(String key) {
        return key.startsWith(LangfuseAttributes.TRACE_METADATA + '.');
    }

    private static void id(Attributes fields, String key, @Nullable String id) {
        if (id != null) {
            fields.put(key, Bounded.id(id));
        }
    }

    private static void put(Attributes fields, String key, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            fields.put(key, Bounded.text(text));
        }
    }
}
