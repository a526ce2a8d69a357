package dev.narrative.core.config;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of this process, read and checked; immutable, replaced as a whole when the file changes. */
public final class AgentConfig {
    private final Map<Setting<?>, Object> values;
    private final Map<String, Object> familyValues;

    AgentConfig(Map<Setting<?>, Object> values, Map<String, Object> familyValues) {
        this.values = values;
        this.familyValues = familyValues;
    }

    /** What holds when nothing is said. */
    public static AgentConfig defaults() {
        return of(Map.of());
    }

    /**
     * A configuration made of {@code narrative.*} keys and their texts, without files, properties or variables.
     *
     * @throws IllegalArgumentException when a key is unknown or a value is wrong
     */
    public static AgentConfig of(Map<String, String> texts) {
        Map<Setting<?>, Object> values = new HashMap<>();
        Map<String, Object> familyValues = new HashMap<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Setting<?> setting = Settings.find(text.getKey());
            if (setting != null) {
                values.put(setting, setting.type().parse(text.getValue()));
                continue;
            }
            SettingFamily<?> family = Settings.findFamily(text.getKey());
            if (family == null) {
                throw new IllegalArgumentException("unknown key " + text.getKey());
            }
            familyValues.put(text.getKey(), family.type().parse(text.getValue()));
        }
        return new AgentConfig(values, familyValues);
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
        return value != null ? (T) value : setting.defaultValue();
    }

    /** Whether the value was set somewhere, rather than being the default. */
    public boolean isSet(Setting<?> setting) {
        return values.containsKey(setting);
    }

    /** The value of one member of a family of keys, or the family's default. */
    @SuppressWarnings("unchecked")
    public <T> T get(SettingFamily<T> family, String name) {
        Object value = familyValues.get(family.key(name));
        return value != null ? (T) value : family.type().parse(family.defaultText());
    }
}
