package dev.narrative.applications.bedrock;

import java.net.URI;
import java.time.Duration;

/** The models that one HTTP client reaches. */
interface Models extends AutoCloseable {
    /** Long enough for a machine that has other things to do. */
    Duration PATIENCE = Duration.ofSeconds(30);

    Duration IMPATIENCE = Duration.ofMillis(700);

    /** @param scene its operation, a slash, and what is to happen */
    Model model(String scene, URI server);

    @Override
    void close();

    static String operation(String scene) {
        return scene.substring(0, scene.indexOf('/'));
    }

    static Duration patience(String scene) {
        return scene.endsWith("/late") ? IMPATIENCE : PATIENCE;
    }
}
