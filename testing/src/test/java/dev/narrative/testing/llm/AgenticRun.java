package dev.narrative.testing.llm;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.ForkedJvmBuilder;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.model.StubModelServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs workflows of LangChain4j's agents against a model server, and shows what came of it. */
record AgenticRun(LibraryVersion version, Path directory, StubModelServer server) {
    private static final String PROGRAM = "dev.narrative.applications.langchain4j.agentic.AgenticProgram";

    Traces play(String properties, String... workflows) {
        return traced(properties, workflows).traces();
    }

    AgentRun traced(String properties, String... workflows) {
        AgentRun run = AgentRun.in(directory).properties(properties);
        jvm(run.jvm(), workflows);
        return run;
    }

    /** What the workflows print when nobody traces them. */
    List<String> bare(String... workflows) {
        return jvm(ForkedJvm.builder(), workflows).run().ok().stdout();
    }

    private ForkedJvmBuilder jvm(ForkedJvmBuilder jvm, String... workflows) {
        List<String> arguments = new ArrayList<>(List.of(server.url() + "/v1"));
        arguments.addAll(List.of(workflows));
        return jvm.javaHome(version.jdk())
                .classpath(version.classpath())
                .mainClass(PROGRAM)
                .args(arguments.toArray(new String[0]));
    }

    /** The names of all spans, each indented below its parent, siblings in the order in which they began. */
    static String tree(Traces traces) {
        StringBuilder tree = new StringBuilder();
        traces.roots().forEach(root -> append(tree, traces, root, 0));
        return tree.toString();
    }

    private static void append(StringBuilder tree, Traces traces, RecordedSpan span, int depth) {
        tree.append("  ".repeat(depth)).append(span.name()).append('\n');
        traces.childrenOf(span).forEach(child -> append(tree, traces, child, depth + 1));
    }
}
