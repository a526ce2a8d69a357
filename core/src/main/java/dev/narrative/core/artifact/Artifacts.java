package dev.narrative.core.artifact;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.Settings;
import dev.narrative.core.log.AgentLog;
import dev.narrative.core.trace.Span;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where an application's artifacts are noted. What is small is hashed here, on the application's thread. */
public final class Artifacts {
    private static final String PLAIN_TEXT = "text/plain";
    private static final ArtifactStore STORE = new ArtifactStore();

    private Artifacts() {}

    /** Notes an artifact that the application has in memory. */
    public static void add(Span span, String name, String mediaType, byte[] bytes) {
        of(name, mediaType, bytes, null).addTo(span);
    }

    /** Notes an artifact that the application has in a file; one that can't be read is noted with its path alone. */
    public static void add(Span span, String name, String mediaType, Path file) {
        of(name, mediaType, file).addTo(span);
    }

    /**
     * Adds to a span's own attributes what they don't say of the one artifact that the span made: size, hash, copy, and
     * a file's name.
     */
    public static void complete(Attributes captured, byte[] bytes) {
        of("", text(captured, AttributeNames.ARTIFACT_MEDIA_TYPE, ""), bytes, null)
                .describe(captured);
    }

    /** The same for an artifact that is a text. */
    public static void complete(Attributes captured, String content) {
        if (content.length() <= maxSize()) {
            String mediaType = text(captured, AttributeNames.ARTIFACT_MEDIA_TYPE, PLAIN_TEXT);
            of("", mediaType, content.getBytes(StandardCharsets.UTF_8), null).describe(captured);
        }
    }

    /** The same for an artifact in a file. */
    public static void complete(Attributes captured, Path file) {
        Path name = file.getFileName();
        of(name == null ? "" : name.toString(), text(captured, AttributeNames.ARTIFACT_MEDIA_TYPE, ""), file)
                .describe(captured);
    }

    private static Artifact of(String name, String mediaType, Path file) {
        String place = file.toString();
        long size = -1;
        try {
            size = Files.size(file);
            if (size <= maxSize() && Files.isRegularFile(file)) {
                return of(name, mediaType, Files.readAllBytes(file), place);
            }
        } catch (IOException unreadable) {
            AgentLog.warnThrottled("artifact", "cannot read an artifact: " + AgentLog.brief(unreadable));
        }
        return new Artifact(name, mediaType, size, null, place, null);
    }

    private static Artifact of(String name, String mediaType, byte[] bytes, @Nullable String place) {
        if (bytes.length > maxSize()) {
            return new Artifact(name, mediaType, bytes.length, null, place, null);
        }
        String hash = ArtifactContent.hash(bytes);
        ArtifactContent content = ArtifactContent.of(mediaType, hash, bytes, AgentRuntime.config());
        String stored = content != null && STORE.offer(content) ? content.fileName() : null;
        return new Artifact(name, mediaType, bytes.length, hash, place, stored);
    }

    private static String text(Attributes captured, String key, String otherwise) {
        return captured.get(key) instanceof String text ? text : otherwise;
    }

    private static long maxSize() {
        return AgentRuntime.config().get(Settings.ARTIFACT_MAX_SIZE);
    }
}
