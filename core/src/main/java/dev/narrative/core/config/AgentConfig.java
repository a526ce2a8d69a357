package dev.narrative.core.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of this process, read and checked; immutable, replaced as a whole when the file changes. */
public final class AgentConfig {
    private final Map<Setting<?>, Object> values;

    AgentConfig(Map<Setting<?>, Object> values) {
        this.values = values;
    }

    /** The value that was set, or the setting's default. */
    public <T> T get(Setting<T> setting) {
        T value = getOrNull(setting);
        if (value == null) {
            throw new IllegalStateException(setting.key() + " has no default");
        }
        return value;
    }

    /** The value that was set or the default, {@code null} when there is neither. */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getOrNull(Setting<T> setting) {
        Object value = values.get(setting);
        if (value != null) {
            return (T) value;
        }
        String text = setting.defaultText();
        return text == null ? null : setting.type().parse(text);
    }
}
