package dev.narrative.core.config;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where values come from besides the file.
 *
 * @param properties the system properties
 * @param environment the environment's variables
 */
public record ConfigSources(Map<String, String> properties, Map<String, String> environment) {
    static final String DEFAULT_FILE = "narrative-agent.properties";

    /** Those of this process, as they are now. */
    public static ConfigSources ofProcess() {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            String value = System.getProperty(name);
            if (value != null) {
                properties.put(name, value);
            }
        }
        return new ConfigSources(properties, System.getenv());
    }

    /** The file that the argument names, or {@code narrative.config}, or the usual one where it exists. */
    @Nullable
    File file(@Nullable String agentArgument) {
        if (agentArgument != null && !agentArgument.isBlank()) {
            return new File(agentArgument.trim());
        }
        String named = property(Settings.CONFIG.key());
        if (named == null) {
            named = variable(Settings.CONFIG.key());
        }
        if (named != null) {
            return new File(named);
        }
        File usual = new File(DEFAULT_FILE);
        return usual.isFile() ? usual : null;
    }

    /** The system property; one that is blank counts as not set. */
    @Nullable
    String property(String key) {
        return blankToNull(properties.get(key));
    }

    /** The environment's variable for a key; one that is blank counts as not set, as OpenTelemetry has it. */
    @Nullable
    String variable(String key) {
        return blankToNull(environment.get(variableName(key)));
    }

    static String variableName(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.trim();
    }
}
