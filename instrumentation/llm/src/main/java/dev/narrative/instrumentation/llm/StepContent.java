package dev.narrative.instrumentation.llm;

import dev.narrative.core.capture.ValueRenderer;
import dev.narrative.model.masking.Masking;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is kept of a step's input and output, by the rule for prompts and answers. */
final class StepContent {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_ITEMS = 500;

    private final ContentRule rule;
    private @Nullable StringBuilder pieces;
    private boolean cut;

    StepContent(ContentRule rule) {
        this.rule = rule;
    }

    boolean isKept() {
        return rule.kept();
    }

    /** Whether something was too long to be kept. */
    boolean isCut() {
        return cut;
    }

    @Nullable
    String text(@Nullable Object value) {
        UnaryOperator<String> clean = rule.masked() ? Masking::mask : UnaryOperator.identity();
        Object rendered = new ValueRenderer(rule.perMessage(), MAX_DEPTH, MAX_ITEMS, clean).render(value);
        if (rendered == null) {
            return null;
        }
        String text = rendered.toString();
        cut |= text.length() >= rule.perMessage();
        return text;
    }

    void add(String piece) {
        StringBuilder all = pieces;
        if (all == null) {
            all = new StringBuilder();
            pieces = all;
        }
        int room = rule.perMessage() - all.length();
        cut |= piece.length() > room;
        all.append(piece, 0, Math.min(piece.length(), Math.max(room, 0)));
    }

    /** All pieces together, {@code null} when there was none. */
    @Nullable
    String pieces() {
        return pieces == null ? null : pieces.toString();
    }
}
