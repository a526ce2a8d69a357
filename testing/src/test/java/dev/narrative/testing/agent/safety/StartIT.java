package dev.narrative.testing.agent.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.OtlpSink;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.Steps;
import dev.narrative.testing.agent.TestedJdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Rule 1: what an application may install for itself is still untouched when its main method begins. */
class StartIT {
    private static final List<String> NOT_OURS = List.of(
            "java.util.logging.",
            "sun.util.logging.",
            "sun.net.www.",
            "javax.management.",
            "sun.management.",
            "java.lang.management.",
            "javax.net.ssl.",
            "sun.security.ssl.",
            "sun.security.jca.",
            "sun.security.provider.",
            "java.security.MessageDigest",
            "java.security.SecureRandom",
            "java.security.Provider",
            "java.net.InetAddress",
            "java.net.Inet4Address",
            "java.net.Socket",
            "java.nio.file.FileSystems$");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ArgumentsSource(TestedJdks.class)
    void loadsNothing_thatAnApplicationMayInstall_beforeMain(Path jdk) throws IOException {
        Set<String> added = loadedBeforeMain(traced(jdk));
        added.removeAll(loadedBeforeMain(AgentRun.in(directory).on(jdk)));

        assertThat(added).contains("dev.narrative.agent.NarrativeAgent");
        assertThat(added)
                .filteredOn(name -> NOT_OURS.stream().anyMatch(name::startsWith))
                .isEmpty();
    }

    @ParameterizedTest
    @ArgumentsSource(TestedJdks.class)
    void leavesTheApplicationItsOwn_whenMainInstallsIt(Path jdk) {
        JvmResult plain =
                AgentRun.in(directory).on(jdk).program(StartProgram.class).run();

        JvmResult result = traced(jdk).program(StartProgram.class).run();

        assertThat(plain.stdout()).contains("log manager OwnLogManager", "builders 1");
        assertThat(result.stdout()).isEqualTo(plain.stdout());
    }

    @ParameterizedTest
    @ArgumentsSource(TestedJdks.class)
    void leavesTheApplicationItsOwn_whenSpansHaveBeenSentBefore(Path jdk) throws IOException {
        try (OtlpSink sink = OtlpSink.start()) {
            Path go = directory.resolve("go");
            AgentRun run = AgentRun.in(directory)
                    .on(jdk)
                    .properties(Steps.RULES + "narrative.exporters = journal, otlp, logging\nnarrative.otlp.endpoint = "
                            + sink.url())
                    .program(StartProgram.class, go.toString());
            try (ForkedJvm jvm = run.start()) {
                sink.awaitSpans(1, Duration.ofMinutes(1));
                Files.createFile(go);
                assertThat(jvm.await(Duration.ofMinutes(1)).ok().stdout())
                        .contains("log manager OwnLogManager", "builders 1");
            }
            Files.delete(go);
        }
    }

    private AgentRun traced(Path jdk) {
        return AgentRun.in(directory)
                .on(jdk)
                .properties(
                        Steps.RULES + "narrative.trace.main = dev.narrative.testing.agent.safety.StartProgram#main\n"
                                + "narrative.trace.kind = implements java.util.concurrent.Callable#call");
    }

    private Set<String> loadedBeforeMain(AgentRun run) throws IOException {
        Path log = Files.createTempFile(directory, "classes", ".log");
        run.program(StartProgram.class).jvm().usualJvm().jvmArgs("-Xlog:class+load:file=" + log + "::filecount=0");
        run.run();
        Set<String> loaded = new LinkedHashSet<>();
        for (String line : Files.readAllLines(log)) {
            String name = line.substring(line.lastIndexOf(']') + 2).split(" ", 2)[0];
            if (name.equals(StartProgram.class.getName())) {
                return loaded;
            }
            loaded.add(name);
        }
        throw new AssertionError("main was not loaded: " + loaded.size());
    }
}
