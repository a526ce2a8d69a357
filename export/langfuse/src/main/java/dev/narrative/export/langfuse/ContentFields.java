package dev.narrative.export.langfuse;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import org.jspecify.annotations.Nullable;

/** Input and output: what a rule or a framework kept, the messages of a model call, a tool's arguments and result. */
final class ContentFields {
    private ContentFields() {}

    static void write(SpanValues values, Attributes fields) {
        String messages = values.takeText(AttributeNames.GEN_AI_INPUT_MESSAGES);
        String instructions = values.takeText(AttributeNames.GEN_AI_SYSTEM_INSTRUCTIONS);
        String arguments = values.takeText(AttributeNames.GEN_AI_TOOL_CALL_ARGUMENTS);
        String input = values.takeText(LangfuseAttributes.INPUT, AttributeNames.INPUT);
        put(fields, LangfuseAttributes.INPUT, first(input, first(withSystem(instructions, messages), arguments)));

        String answers = values.takeText(AttributeNames.GEN_AI_OUTPUT_MESSAGES);
        String result = values.takeText(AttributeNames.GEN_AI_TOOL_CALL_RESULT);
        String output = values.takeText(LangfuseAttributes.OUTPUT, AttributeNames.OUTPUT);
        put(fields, LangfuseAttributes.OUTPUT, first(output, first(answers, result)));
    }

    /** The messages with the instructions, a JSON array of parts, as the first of them. */
    private static @Nullable String withSystem(@Nullable String instructions, @Nullable String messages) {
        if (instructions == null) {
            return messages;
        }
        String system = "{\"role\":\"system\",\"parts\":" + instructions + "}";
        if (messages == null || !messages.startsWith("[") || messages.equals("[]")) {
            return "[" + system + "]";
        }
        return "[" + system + "," + messages.substring(1);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static void put(Attributes fields, String key, @Nullable String value) {
        if (value != null) {
            fields.put(key, value);
        }
    }
}
