package dev.narrative.testing.agent.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.Installation;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.agent.AgentRun;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 12: on a Java that is too old, the agent says one line and the application runs on. */
class EntryPointIT {
    private static final int JAVA_8 = 52;

    @TempDir
    private Path directory;

    @Test
    void canBeReadByJava8() throws IOException {
        try (JarFile jar = new JarFile(Installation.agentJar().toFile());
                DataInputStream entryPoint = new DataInputStream(
                        jar.getInputStream(jar.getEntry("dev/narrative/agent/NarrativeAgent.class")))) {
            entryPoint.readInt();
            entryPoint.readUnsignedShort();
            assertThat(entryPoint.readUnsignedShort()).isEqualTo(JAVA_8);
            assertThat(jar.stream().filter(entry -> entry.getName().endsWith(".class")))
                    .as("classes that others than the agent's loader see")
                    .allMatch(entry -> entry.getName().startsWith("dev/narrative/boot/")
                            || entry.getName().startsWith("dev/narrative/agent/NarrativeAgent"))
                    .hasSizeLessThan(60);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8", "11"})
    void saysOneLine_onAnOlderJava(String version) {
        AgentRun run = AgentRun.in(directory).program(OlderJavaProgram.class, version);
        run.jvm().classpath(Installation.agentJar());

        JvmResult result = run.jvm().run().ok();

        assertThat(result.stdout()).containsExactly("runs on");
        assertThat(result.stderr())
                .containsExactly("[narrative] needs Java 17 or later; this is " + version + ", so nothing is traced");
    }
}
