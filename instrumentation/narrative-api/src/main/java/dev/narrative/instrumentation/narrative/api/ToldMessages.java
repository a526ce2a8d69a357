package dev.narrative.instrumentation.narrative.api;

import dev.narrative.core.capture.ValueRenderer;
import dev.narrative.instrumentation.llm.Message;
import dev.narrative.instrumentation.llm.ModelCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Prompt and answer as the application tells them: texts, or lists of maps with {@code role} and {@code content}. The
 * model kit bounds and masks them.
 */
final class ToldMessages {
    private static final int MAX_MESSAGES = 1_000;
    private static final int MAX_TEXT = 1 << 20;
    private static final ValueRenderer AS_TEXT = new ValueRenderer(MAX_TEXT, 16, 1_000, UnaryOperator.identity());

    private final List<Told> inputs = new ArrayList<>();
    private final List<Told> outputs = new ArrayList<>(1);

    private record Told(String role, String text) {}

    void input(@Nullable Object value) {
        add(value, "user", inputs);
    }

    void output(@Nullable Object value) {
        add(value, "assistant", outputs);
    }

    void addTo(ModelCall call) {
        for (Told told : inputs) {
            Message message = told.role().equals("system") ? call.system() : call.input(told.role());
            message.text(told.text());
        }
        for (Told told : outputs) {
            call.output(0).text(told.text());
        }
    }

    private static void add(@Nullable Object value, String role, List<Told> to) {
        if (to.size() >= MAX_MESSAGES) {
            return;
        }
        if (value instanceof List<?> messages && areMessages(messages)) {
            for (Object message : messages) {
                Map<?, ?> said = (Map<?, ?>) message;
                to.add(new Told(String.valueOf(text(said.get("role"))), text(said.get("content"))));
            }
        } else if (value != null) {
            to.add(new Told(role, text(value)));
        }
    }

    private static boolean areMessages(List<?> list) {
        return !list.isEmpty()
                && list.stream()
                        .allMatch(element -> element instanceof Map<?, ?> map
                                && map.containsKey("role")
                                && map.containsKey("content"));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        Object rendered = AS_TEXT.render(value);
        return rendered == null ? "" : rendered.toString();
    }
}
