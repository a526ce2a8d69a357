package dev.narrative.console.langfuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Langfuse is, and who is allowed in; under the agent's names, so that one configuration serves both.
 *
 * @param environment Langfuse's, {@code null} for its default
 */
public record LangfuseAccess(
        String host,
        String publicKey,
        String secretKey,
        @Nullable String environment) {
    private static final String CLOUD = "https://cloud.langfuse.com";
    private static final String NAME = "langfuse";

    /** Reads variables and then properties; {@code null} where keys are missing, or spans are not to go there. */
    public static @Nullable LangfuseAccess of(Map<String, String> variables, Map<String, String> properties) {
        String exporters = first(variables, properties, "narrative.exporters");
        if (exporters != null && !List.of(exporters.trim().split("\\s*,\\s*")).contains(NAME)) {
            return null;
        }
        String publicKey = first(variables, properties, "narrative.langfuse.public-key", "LANGFUSE_PUBLIC_KEY");
        String secretKey = first(variables, properties, "narrative.langfuse.secret-key", "LANGFUSE_SECRET_KEY");
        if (publicKey == null || secretKey == null) {
            return null;
        }
        String host = first(variables, properties, "narrative.langfuse.host", "LANGFUSE_HOST", "LANGFUSE_BASE_URL");
        String environment =
                first(variables, properties, "narrative.langfuse.environment", "LANGFUSE_TRACING_ENVIRONMENT");
        return new LangfuseAccess(host == null ? CLOUD : host.replaceAll("/+$", ""), publicKey, secretKey, environment);
    }

    /** The secrets don't get into messages. */
    @Override
    public String toString() {
        return "Langfuse at " + host;
    }

    private static @Nullable String first(
            Map<String, String> variables, Map<String, String> properties, String key, String... others) {
        String variable = key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        List<String> values = new ArrayList<>();
        values.add(variables.get(variable));
        values.add(properties.get(key));
        for (String other : others) {
            values.add(variables.get(other));
        }
        return values.stream()
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .map(String::strip)
                .orElse(null);
    }
}
