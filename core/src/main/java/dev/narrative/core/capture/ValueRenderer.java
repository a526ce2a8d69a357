package dev.narrative.core.capture;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.Settings;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Turns captured values into attributes: bounded in length, depth and number, safe against cycles, masked, and without
 * a call to any method of the application's classes.
 */
public final class ValueRenderer {
    /** How much of a text beyond its bound is masked with it, so that a secret at the edge is still recognised. */
    private static final int MASK_MARGIN = 512;

    private final int maxLength;
    private final int maxDepth;
    private final int maxItems;
    private final UnaryOperator<String> mask;

    /**
     * A renderer.
     *
     * @param maxLength the most characters of one value
     * @param maxDepth the most levels of one value
     * @param maxItems the most elements of one collection, map or array
     * @param mask takes secrets out of a text
     */
    public ValueRenderer(int maxLength, int maxDepth, int maxItems, UnaryOperator<String> mask) {
        this.maxLength = maxLength;
        this.maxDepth = maxDepth;
        this.maxItems = maxItems;
        this.mask = mask;
    }

    /** A renderer with the bounds of the configuration. */
    public static ValueRenderer of(AgentConfig config, UnaryOperator<String> mask) {
        return new ValueRenderer(
                config.get(Settings.CAPTURE_MAX_LENGTH),
                config.get(Settings.CAPTURE_MAX_DEPTH),
                config.get(Settings.CAPTURE_MAX_ITEMS),
                mask);
    }

    /**
     * The value as a {@code Long}, {@code Double}, {@code Boolean}, or a {@code String} that is plain text for one
     * value and JSON for a value with parts; {@code null} for nothing. Never throws.
     */
    public @Nullable Object render(@Nullable Object value) {
        Object content = PathSteps.unwrap(value);
        if (content == null) {
            return null;
        }
        try {
            Object plain = PlainValues.of(content, maxLength + MASK_MARGIN);
            if (plain instanceof String text) {
                return masked(text, maxLength);
            }
            return plain != null ? plain : json(content);
        } catch (Throwable e) {
            return content.getClass().getName();
        }
    }

    /** What a path finds in a call; text under a name that looks secret is hidden. */
    public @Nullable Object render(CapturePath path, @Nullable Object value) {
        Object content = PathSteps.unwrap(value);
        boolean hidden = content != null && path.secret() && SecretNames.hides(content);
        return hidden ? SecretNames.MASK : render(content);
    }

    /** A value that is kept under a name of its own; text under a name that looks secret is hidden. */
    public @Nullable Object render(String name, @Nullable Object value) {
        Object content = PathSteps.unwrap(value);
        boolean hidden = content != null && SecretNames.isSecret(name) && SecretNames.hides(content);
        return hidden ? SecretNames.MASK : render(content);
    }

    private String json(Object content) {
        JsonText out = new JsonText(maxLength);
        new JsonRendering(this, out, maxDepth, maxItems).value(content);
        return out.toString();
    }

    /** The text without its secrets, cut with an ellipsis where it is longer than {@code limit}. */
    String masked(String text, int limit) {
        int margin = limit + MASK_MARGIN;
        String clean = mask.apply(text.length() > margin ? text.substring(0, margin) : text);
        return clean.length() > limit ? cut(clean, limit) : clean;
    }

    private static String cut(String text, int limit) {
        int end = Math.max(limit - 1, 0);
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + '…';
    }
}
