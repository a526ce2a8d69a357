package dev.narrative.testing.agent.api;

import dev.narrative.api.Narrative;
import dev.narrative.testing.agent.AgentRun;
import java.nio.file.Path;
import reactor.core.publisher.Mono;

/** A program with the API on its class path, as an application has it. */
final class ApiRun {
    private ApiRun() {}

    static AgentRun in(Path directory) {
        AgentRun run = AgentRun.in(directory);
        run.jvm().classpath(AgentRun.codeOf(Narrative.class), AgentRun.codeOf(Mono.class));
        run.jvm().classpath(AgentRun.codeOf(org.reactivestreams.Publisher.class));
        return run;
    }
}
