package dev.narrative.core.config;

/**
 * A key with a name in its middle, such as {@code narrative.instrumentation.servlet.enabled}.
 *
 * @param prefix what stands before the name, with the last dot
 * @param suffix what stands after it, with the first dot
 */
public record SettingFamily<T>(String prefix, String suffix, Setting.Type<T> type, String defaultText, String doc) {
    public String key(String name) {
        return prefix + name + suffix;
    }

    boolean owns(String key) {
        return key.length() > prefix.length() + suffix.length() && key.startsWith(prefix) && key.endsWith(suffix);
    }
}
