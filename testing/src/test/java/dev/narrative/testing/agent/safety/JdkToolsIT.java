package dev.narrative.testing.agent.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.Installation;
import dev.narrative.testing.agent.TestedJdks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Rule 8: inside the JDK's own tools, which {@code JAVA_TOOL_OPTIONS} reaches too, the agent does nothing. */
class JdkToolsIT {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ArgumentsSource(TestedJdks.class)
    void saysAndDoesNothing_insideATool(Path jdk) throws IOException, InterruptedException {
        Path script = Files.writeString(directory.resolve("hello.jsh"), "System.out.println(6 * 7)\n/exit\n");

        assertThat(tool(jdk, "keytool", "-help")).isNotEmpty();
        assertThat(tool(jdk, "jps", "-l")).anyMatch(line -> line.contains("jps"));
        assertThat(tool(jdk, "jar", "--version")).anyMatch(line -> line.startsWith("jar "));
        assertThat(tool(jdk, "javac", "-version")).anyMatch(line -> line.startsWith("javac "));
        assertThat(tool(jdk, "jshell", "-s", script.toString())).contains("42");
        assertThat(directory.resolve("narrative-traces")).doesNotExist();
    }

    /** The agent would complain of the missing file if it did anything. */
    private List<String> tool(Path jdk, String name, String... args) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(jdk.resolve("bin").resolve(name).toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-javaagent:" + Installation.agentJar() + "=missing.properties");
        Process process = builder.start();
        process.getOutputStream().close();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(name + lines).isZero();
        assertThat(lines).as(name).noneMatch(line -> line.contains("[narrative]"));
        return lines;
    }
}
