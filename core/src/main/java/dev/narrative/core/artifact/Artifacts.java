package dev.narrative.core.artifact;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.Settings;
import dev.narrative.core.log.AgentLog;
import dev.narrative.core.trace.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where an application's artifacts are noted. What is small is hashed here, on the application's thread. */
public final class Artifacts {
    private static final ArtifactStore STORE = new ArtifactStore();

    private Artifacts() {}

    /** Notes an artifact that the application has in memory. */
    public static void add(Span span, String name, String mediaType, byte[] bytes) {
        add(span, name, mediaType, bytes, null);
    }

    /** Notes an artifact that the application has in a file; one that can't be read is noted with its path alone. */
    public static void add(Span span, String name, String mediaType, Path file) {
        String place = file.toString();
        long size = -1;
        try {
            size = Files.size(file);
            if (size <= maxSize() && Files.isRegularFile(file)) {
                add(span, name, mediaType, Files.readAllBytes(file), place);
                return;
            }
        } catch (IOException unreadable) {
            AgentLog.warnThrottled("artifact", "cannot read an artifact: " + AgentLog.brief(unreadable));
        }
        new Artifact(name, mediaType, size, null, place, null).addTo(span);
    }

    private static void add(Span span, String name, String mediaType, byte[] bytes, @Nullable String place) {
        if (bytes.length > maxSize()) {
            new Artifact(name, mediaType, bytes.length, null, place, null).addTo(span);
            return;
        }
        AgentConfig config = AgentRuntime.config();
        String hash = ArtifactContent.hash(bytes);
        ArtifactContent content = ArtifactContent.of(mediaType, hash, bytes, config);
        String stored = content != null && STORE.offer(content) ? content.fileName() : null;
        new Artifact(name, mediaType, bytes.length, hash, place, stored).addTo(span);
    }

    private static long maxSize() {
        return AgentRuntime.config().get(Settings.ARTIFACT_MAX_SIZE);
    }
}
