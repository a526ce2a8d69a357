package dev.narrative.export.langfuse;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.LangfuseSettings;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all traces of a process have in common.
 *
 * @param environment a name as Langfuse wants it
 */
record ProcessFields(
        @Nullable String environment,
        @Nullable String release,
        @Nullable String version,
        List<String> tags) {
    static final ProcessFields NONE = new ProcessFields(null, null, null, List.of());

    /** Where a resource may name its environment, the first one first. */
    static final List<String> ENVIRONMENTS = List.of(
            LangfuseAttributes.ENVIRONMENT, AttributeNames.DEPLOYMENT_ENVIRONMENT_NAME, "deployment.environment");

    ProcessFields {
        tags = List.copyOf(tags);
    }

    static ProcessFields of(AgentConfig config, Resource resource) {
        String environment = config.getOrNull(LangfuseSettings.ENVIRONMENT);
        for (String key : ENVIRONMENTS) {
            environment = environment == null ? text(resource, key) : environment;
        }
        String release = config.getOrNull(LangfuseSettings.RELEASE);
        return new ProcessFields(
                Environments.valid(environment),
                release == null ? text(resource, LangfuseAttributes.RELEASE) : release,
                text(resource, AttributeNames.SERVICE_VERSION),
                Tags.of(config.getOrNull(LangfuseSettings.TAGS)));
    }

    private static @Nullable String text(Resource resource, String key) {
        Object value = resource.attributes().get(key);
        return value == null ? null : value.toString();
    }
}
