package dev.narrative.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The JDKs of this machine. */
public final class Jdks {
    private static final int VIRTUAL_THREADS = 21;
    private static final List<String> VARIABLES = List.of("JAVA25_HOME", "JAVA_HOME_25_X64");

    private Jdks() {}

    /** The home of the JDK that runs this. */
    public static Path running() {
        return Path.of(System.getProperty("java.home"));
    }

    /**
     * The home of a JDK of at least 21: the one that {@code JAVA25_HOME} or {@code JAVA_HOME_25_X64} names, else the
     * newest that is the running one or lies beside it.
     */
    public static Optional<Path> newest() {
        List<Path> homes = new ArrayList<>();
        for (String variable : VARIABLES) {
            String home = System.getenv(variable);
            if (home != null && !home.isBlank()) {
                homes.add(Path.of(home));
            }
        }
        Optional<Path> named = newestOf(homes);
        return named.isPresent() ? named : newestOf(besideRunning());
    }

    static Optional<Path> newestOf(List<Path> homes) {
        return homes.stream()
                .filter(home -> feature(home) >= VIRTUAL_THREADS)
                .filter(home -> Files.isExecutable(home.resolve("bin").resolve("javac")))
                .max(Comparator.comparingInt(Jdks::feature));
    }

    /** The feature version of the JDK at this home, 0 when there is none. */
    static int feature(Path home) {
        Properties release = new Properties();
        try (var in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            return 0;
        }
        return feature(release.getProperty("JAVA_VERSION"));
    }

    static int feature(@Nullable String version) {
        String digits =
                Objects.requireNonNullElse(version, "").replace("\"", "").split("[.+-]", 2)[0];
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
    }

    private static List<Path> besideRunning() {
        Path parent = running().getParent();
        if (parent == null) {
            return List.of();
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            return siblings.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
