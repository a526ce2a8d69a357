package dev.narrative.testing.llm;

import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.StubModelServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios of an application, played one after the other in one JVM. Each has a model server of its own, so that
 * none takes the answers of another.
 */
final class Scenarios {
    private final String program;
    private final LibraryVersion version;
    private final Map<String, Consumer<StubModelServer>> scripts = new LinkedHashMap<>();

    Scenarios(String program, LibraryVersion version) {
        this.program = program;
        this.version = version;
    }

    /** Adds a scenario, with what its model server answers. */
    Scenarios with(String scenario, Answer... answers) {
        return with(scenario, server -> server.next(answers));
    }

    /** Adds a scenario, with what its model server is made ready by. */
    Scenarios with(String scenario, Consumer<StubModelServer> script) {
        scripts.put(scenario, script);
        return this;
    }

    /** Plays all of them where nobody traces them. */
    Played bare(Path directory) {
        return play(directory, null, List.copyOf(scripts.keySet()));
    }

    /** Plays those that are named under the agent, which has nothing to say; all when none is named. */
    Played traced(Path directory, String properties, String... scenarios) {
        return play(directory, properties, List.copyOf(scenarios.length == 0 ? scripts.keySet() : List.of(scenarios)));
    }

    private Played play(Path directory, @Nullable String properties, List<String> scenarios) {
        AgentRun run = AgentRun.in(directory);
        if (properties != null) {
            run.properties(properties);
        }
        List<StubModelServer> servers = new ArrayList<>();
        try {
            run.jvm().javaHome(version.jdk()).classpath(version.classpath()).mainClass(program);
            for (String scenario : scenarios) {
                StubModelServer server = StubModelServer.start();
                servers.add(server);
                scripts.get(scenario).accept(server);
                run.jvm().args(scenario, server.url() + "/v1");
            }
            List<String> stdout = run.run().stdout();
            List<Integer> requests =
                    servers.stream().map(server -> server.requests().size()).toList();
            return new Played(stdout, requests, Traces.read(run.journal()));
        } finally {
            servers.forEach(StubModelServer::close);
        }
    }
}
