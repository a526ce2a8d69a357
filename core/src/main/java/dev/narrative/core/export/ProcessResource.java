package dev.narrative.core.export;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.Settings;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.masking.Masking;
import java.io.File;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes this process: what the configuration says of it, and what can be seen. */
public final class ProcessResource {
    private ProcessResource() {}

    public static Resource of(AgentConfig config) {
        Map<String, String> said = config.get(Settings.RESOURCE_ATTRIBUTES);
        String service = config.getOrNull(Settings.SERVICE_NAME);
        if (service == null) {
            service = said.get("service.name");
        }
        if (service == null) {
            service = fromCommand(System.getProperty("sun.java.command"));
        }
        Attributes attributes = new Attributes().put("service.name", service);
        attributes.put("telemetry.sdk.name", "narrative");
        attributes.put("telemetry.sdk.language", "java");
        String version = ProcessResource.class.getPackage().getImplementationVersion();
        if (version != null) {
            attributes.put("telemetry.sdk.version", version);
        }
        attributes.put("process.pid", ProcessIds.current());
        attributes.put("process.runtime.name", System.getProperty("java.runtime.name", "Java"));
        attributes.put("process.runtime.version", System.getProperty("java.runtime.version", ""));
        for (Map.Entry<String, String> entry : said.entrySet()) {
            if (!entry.getKey().equals("service.name")) {
                boolean secret = Masking.isSecretName(entry.getKey());
                attributes.put(entry.getKey(), secret ? Masking.MASK : Masking.mask(entry.getValue()));
            }
        }
        return new Resource(service, attributes);
    }

    /** The main class's simple name or the jar's name without its version. */
    static String fromCommand(@Nullable String command) {
        if (command == null || command.isBlank()) {
            return "java";
        }
        int end = command.indexOf(' ');
        String main = end < 0 ? command : command.substring(0, end);
        if (main.endsWith(".jar")) {
            String name = new File(main).getName();
            name = name.substring(0, name.length() - ".jar".length());
            for (int dash = name.indexOf('-'); dash > 0; dash = name.indexOf('-', dash + 1)) {
                if (dash + 1 < name.length() && Character.isDigit(name.charAt(dash + 1))) {
                    return name.substring(0, dash);
                }
            }
            return name;
        }
        String simple = main.substring(Math.max(main.lastIndexOf('.'), main.lastIndexOf('/')) + 1);
        return simple.isEmpty() ? "java" : simple;
    }
}
