package dev.narrative.instrumentation.llm.framework;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.capture.ValueRenderer;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.Settings;
import dev.narrative.instrumentation.llm.ContentRule;
import dev.narrative.model.masking.Masking;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is kept of a step's input and output: the same rule as for messages holds. */
final class StepContent {
    private static final int LONGEST_ID = 200;
    private static final ValueRenderer IDS = new ValueRenderer(LONGEST_ID, 2, 8, UnaryOperator.identity());
    private static final StepContent NONE = new StepContent(null, 0);

    private final @Nullable ValueRenderer renderer;
    private final int room;

    private StepContent(@Nullable ValueRenderer renderer, int room) {
        this.renderer = renderer;
        this.room = room;
    }

    /** As the configuration says now. */
    static StepContent current() {
        ContentRule rule = ContentRule.current();
        if (!rule.kept()) {
            return NONE;
        }
        AgentConfig config = AgentRuntime.config();
        int longest = Math.min(rule.perMessage(), rule.perCall());
        ValueRenderer renderer = new ValueRenderer(
                longest,
                config.get(Settings.CAPTURE_MAX_DEPTH),
                config.get(Settings.CAPTURE_MAX_ITEMS),
                rule.masked() ? Masking::mask : UnaryOperator.identity());
        return new StepContent(renderer, longest);
    }

    boolean isKept() {
        return renderer != null;
    }

    /** How many characters of an input or output are kept. */
    int room() {
        return room;
    }

    @Nullable
    String render(@Nullable Object value) {
        return renderer == null ? null : text(renderer, value);
    }

    /** An id is kept whatever the rule for contents says. */
    static @Nullable String id(@Nullable Object value) {
        return text(IDS, value);
    }

    private static @Nullable String text(ValueRenderer renderer, @Nullable Object value) {
        Object rendered = renderer.render(value);
        return rendered == null ? null : rendered.toString();
    }
}
