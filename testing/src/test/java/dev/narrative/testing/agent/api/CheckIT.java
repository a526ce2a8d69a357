package dev.narrative.testing.agent.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.api.Narrative;
import dev.narrative.testing.CompiledSource;
import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.Installation;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.agent.AgentRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent's jar says of an application that carries annotations, without running it. */
class CheckIT {
    private static final String DESK = """
            package com.shop;
            import dev.narrative.api.*;
            @Traced(layer = Layer.CORE)
            public class Desk {
                public void open(String by) {}
                public String getName() { return "desk"; }
                void sweep() {}
                @Traced(name = "Place {0.id}") int place(@TraceAttribute("order") String order) { return 1; }
            }
            """;

    private static final String CLERK = """
            package com.shop;
            import dev.narrative.api.Traced;
            class Clerk {
                @Traced private static boolean count(int[] pieces, Desk at) { return true; }
                void rest() {}
            }
            """;

    private static final String WRONG = """
            package com.shop;
            import dev.narrative.api.Traced;
            class Wrong {
                @Traced(capture = "nonsense") void wrong() {}
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void listsAnnotatedMethods_behindThoseOfRules() throws IOException {
        JvmResult result = check("narrative.trace.order = com.shop.Desk#place", DESK, CLERK);

        assertThat(result.stdout())
                .containsExactly(
                        "order: 1 method",
                        "    com.shop.Desk#place(String)",
                        "@Traced: 2 methods",
                        "    com.shop.Clerk#count(int[], Desk)",
                        "    com.shop.Desk#open(String)",
                        "2 classes read, 3 methods traced by 1 rules and @Traced, 0 problems");
        assertThat(result.exitCode()).isZero();
        assertThat(result.stderr()).isEmpty();
    }

    @Test
    void wrongAnnotation_isAProblem_andItsMethodIsTracedAllTheSame() throws IOException {
        JvmResult result = check("", WRONG);

        assertThat(result.stdout())
                .containsExactly(
                        "problem: com.shop.Wrong#wrong: @Traced.capture keeps nothing by 'nonsense': it must be"
                                + " written as: path as name",
                        "@Traced: 1 method",
                        "    com.shop.Wrong#wrong()",
                        "1 classes read, 1 methods traced by 0 rules and @Traced, 1 problems");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void annotationsThatAreSwitchedOff_areToldAsSuch() throws IOException {
        JvmResult result = check("narrative.instrumentation.narrative-api.enabled = false", DESK, WRONG);

        assertThat(result.stdout())
                .containsExactly("@Traced: switched off", "2 classes read, 0 methods traced by 0 rules, 0 problems");
        assertThat(result.exitCode()).isZero();
    }

    private JvmResult check(String lines, String... sources) throws IOException {
        CompiledSource application = CompiledSource.in(directory).classpath(AgentRun.codeOf(Narrative.class));
        List.of(sources).forEach(application::add);
        Path config = Files.writeString(directory.resolve("f.properties"), lines);
        return ForkedJvm.builder()
                .jar(Installation.agentJar())
                .args("check", "--config", config.toString())
                .args("--classpath", application.compile().toString())
                .run();
    }
}
