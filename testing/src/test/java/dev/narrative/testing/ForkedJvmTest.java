package dev.narrative.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkedJvmTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String PROGRAM = """
            public class Program {
                public static void main(String[] args) throws Exception {
                    switch (args[0]) {
                        case "say" -> {
                            System.out.println(System.getProperty("greeting") + " " + System.getenv("NAME"));
                            System.err.println(System.getenv("JAVA_TOOL_OPTIONS"));
                            System.exit(3);
                        }
                        case "stay" -> {
                            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("bye")));
                            System.out.println("listening program 4711");
                            Thread.sleep(600_000);
                        }
                        case "flood" -> System.out.println("x".repeat(1_000_000));
                        default -> throw new IllegalArgumentException(args[0]);
                    }
                }
            }
            """;

    @TempDir
    private Path directory;

    private Path classes;

    @BeforeEach
    void compile() {
        classes = CompiledSource.in(directory).add(PROGRAM).compile();
    }

    @Test
    void givesExitCodeAndOutput() {
        JvmResult result = program("say")
                .systemProperty("greeting", "hello")
                .env("NAME", "river")
                .run();

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.stdout()).containsExactly("hello river");
        assertThat(result.stderr()).containsExactly("null");
        assertThat(result.wallMillis()).isPositive();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(result::ok)
                .withMessageContaining("exit code 3")
                .withMessageContaining("hello river");
    }

    @Test
    void neverBlocksTheProgram_whenItWritesMuch() {
        assertThat(program("flood").run().ok().stdout()).singleElement().satisfies(line -> assertThat(line)
                .hasSize(1_000_000));
    }

    @Test
    void runsShutdownHooks_whenStopped() {
        try (ForkedJvm jvm = program("stay").start()) {
            assertThat(jvm.awaitPort("program", LIMIT)).isEqualTo(4711);

            JvmResult result = jvm.stop(LIMIT);

            assertThat(result.exitCode()).isEqualTo(143);
            assertThat(result.stdout()).contains("bye");
        }
    }

    @Test
    void runsNothingMore_whenKilled() {
        try (ForkedJvm jvm = program("stay").start()) {
            jvm.awaitPort("program", LIMIT);

            JvmResult result = jvm.kill9();

            assertThat(result.exitCode()).isEqualTo(137);
            assertThat(result.stdout()).doesNotContain("bye");
        }
    }

    @Test
    void killsAndFails_whenTheTimeIsOver() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> program("stay").timeout(Duration.ofSeconds(2)).run())
                .withMessageContaining("killed after 2000 ms");
    }

    @Test
    void failsAtOnce_whenTheProgramEndsWithoutTheLine() {
        try (ForkedJvm jvm = program("unknown").start()) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> jvm.awaitLine("listening", LIMIT))
                    .withMessageContaining("IllegalArgumentException: unknown");
        }
    }

    @Test
    void attachesTheAgentFirst_withItsFile() {
        assertThat(ForkedJvm.builder()
                        .agent(Path.of("agent.jar"))
                        .agentProperties(Path.of("f.properties"))
                        .systemProperty("narrative.service.name", "shop")
                        .classpath(classes)
                        .mainClass("Program")
                        .command())
                .containsSubsequence(
                        "-javaagent:agent.jar=f.properties",
                        "-Dnarrative.service.name=shop",
                        "-cp",
                        classes.toString(),
                        "Program");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ForkedJvm.builder().command())
                .withMessageContaining("main class");
    }

    private ForkedJvmBuilder program(String what) {
        return ForkedJvm.builder().classpath(classes).mainClass("Program").args(what);
    }
}
