package dev.narrative.instrumentation.narrative.api;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.capture.ValueRenderer;
import dev.narrative.model.masking.Masking;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the application says, bounded and masked as captured values are. */
final class ApiTexts {
    private static final int MAX_NAME = 200;

    private ApiTexts() {}

    /** As the configuration says now. */
    static ValueRenderer renderer() {
        return ValueRenderer.of(AgentRuntime.config(), Masking::mask);
    }

    /** A value as it is kept, {@code null} for nothing. */
    static @Nullable Object value(@Nullable Object value) {
        return renderer().render(value);
    }

    /** Values by name as JSON; the map is the application's own, and is read here and now. */
    static @Nullable Object values(Map<String, ?> values) {
        return values.isEmpty() ? null : value(new LinkedHashMap<>(values));
    }

    /** The name of a span or of what it made. */
    static String name(@Nullable String name, String otherwise) {
        return name == null || name.isBlank() ? otherwise : Masking.maskStart(name.strip(), MAX_NAME);
    }

    /** A session's, story's or user's id; masked where it is written, since headers pass it on as it is. */
    static @Nullable String id(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        return id.length() > MAX_NAME ? id.substring(0, MAX_NAME) : id;
    }
}
