package dev.narrative.export.langfuse;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import org.jspecify.annotations.Nullable;

/** The managed prompt of a generation: name and version, both or neither. */
final class PromptFields {
    private static final String GEN_AI_PROMPT_NAME = "gen_ai.prompt.name";

    private PromptFields() {}

    static void write(ObservationType type, SpanValues values, Attributes fields) {
        String name = values.takeText(LangfuseAttributes.PROMPT_NAME, AttributeNames.PROMPT_NAME, GEN_AI_PROMPT_NAME);
        Object said = values.take(LangfuseAttributes.PROMPT_VERSION, AttributeNames.PROMPT_VERSION);
        int version = version(said);
        if (type == ObservationType.GENERATION && name != null && version > 0) {
            fields.put(LangfuseAttributes.PROMPT_NAME, name);
            fields.put(LangfuseAttributes.PROMPT_VERSION, version);
            return;
        }
        metadata(fields, AttributeNames.PROMPT_NAME, name);
        metadata(fields, AttributeNames.PROMPT_VERSION, said);
    }

    /** A whole number from 1, 0 where it is none. */
    private static int version(@Nullable Object said) {
        try {
            return said == null
                    ? 0
                    : Math.max(0, Integer.parseInt(said.toString().strip()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** What Langfuse would not link to a prompt can at least be seen. */
    private static void metadata(Attributes fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(LangfuseAttributes.METADATA + '.' + name, value.toString());
        }
    }
}
