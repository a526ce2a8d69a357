package dev.narrative.testing.agent.api;

import dev.narrative.api.Narrative;
import dev.narrative.api.OpenSpan;
import dev.narrative.api.TraceAttribute;
import dev.narrative.api.Traced;

/** Uses calls and annotations of the copy of the API that its own loader has. */
public final class ApiPlugin {
    private ApiPlugin() {}

    public static void run(String name) {
        try (OpenSpan span = Narrative.start("session of " + name)) {
            span.name(name);
            work(name);
        }
    }

    @Traced(name = "work of {0}")
    private static void work(@TraceAttribute("by") String name) {}
}
