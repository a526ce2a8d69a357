package dev.narrative.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this build keeps what tests attach and start. */
public final class Installation {
    private Installation() {}

    /** The directory of the repository: the system property {@code narrative.root}, else where the build is found. */
    public static Path root() {
        String named = System.getProperty("narrative.root");
        if (named != null) {
            return Path.of(named);
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path at = here; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("testapp")) && Files.isDirectory(at.resolve("agent"))) {
                return at;
            }
        }
        return here;
    }

    /**
     * The agent's jar.
     *
     * @throws IllegalStateException when it is not built; a test that needs it fails, it is not left out
     */
    public static Path agentJar() {
        String named = System.getProperty("narrative.agent.jar");
        Path jar = named == null ? root().resolve("agent/target/narrative-agent.jar") : Path.of(named);
        return built(jar, "agent");
    }

    /** The story studio's jar, which runs by {@code java -jar}. */
    public static Path studioJar() {
        return built(root().resolve("testapp/target/story-studio.jar"), "testapp");
    }

    private static Path built(Path jar, String module) {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is missing; build it with: mvn -pl " + module + " -am package");
        }
        return jar;
    }
}
