package dev.narrative.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdksTest {
    @ParameterizedTest
    @CsvSource({"17.0.15, 17", "25, 25", "26-ea, 26", "\"21.0.2\", 21", "1.8.0_412, 1", "none, 0"})
    void readsTheFeature(String version, int feature) {
        assertThat(Jdks.feature(version)).isEqualTo(feature);
    }

    @Test
    void takesTheNewest_ofThoseWithACompiler(@TempDir Path directory) throws IOException {
        Path old = jdk(directory.resolve("jdk-17"), "17.0.1", true);
        Path good = jdk(directory.resolve("jdk-25"), "25.0.1", true);
        Path withoutCompiler = jdk(directory.resolve("jre-26"), "26", false);

        assertThat(Jdks.newestOf(List.of(old, good, withoutCompiler, directory)))
                .contains(good);
        assertThat(Jdks.newestOf(List.of(old))).isEmpty();
    }

    private static Path jdk(Path home, String version, boolean compiler) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        if (compiler) {
            Path javac = Files.createFile(home.resolve("bin/javac"));
            assertThat(javac.toFile().setExecutable(true)).isTrue();
        }
        return home;
    }
}
