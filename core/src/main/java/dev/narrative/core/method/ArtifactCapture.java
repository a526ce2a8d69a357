package dev.narrative.core.method;

import dev.narrative.core.artifact.Artifacts;
import dev.narrative.core.capture.Capture;
import dev.narrative.core.log.AgentLog;
import dev.narrative.core.trace.Span;
import dev.narrative.model.AttributeNames;
import java.io.File;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule finds the artifact that a call makes: its content, or the file it is in. It is looked at when the call
 * has come to a good end, since a file may be written until then. A text under the name of a path is noted and no more:
 * it may come from anywhere, and what it names may be anybody's.
 */
record ArtifactCapture(Capture source) {
    /** The name under which a rule captures bytes or text; no attribute is made of them. */
    private static final String CONTENT = "narrative.artifact.content";

    /** What a rule captures of an artifact itself; {@code null} when there is neither content nor path. */
    static @Nullable ArtifactCapture of(List<Capture> captures) {
        Capture found = null;
        for (Capture capture : captures) {
            boolean isPath = capture.target().equals(AttributeNames.ARTIFACT_PATH);
            if (isContent(capture) || (isPath && found == null)) {
                found = capture;
            }
        }
        return found == null || found.path().secret() ? null : new ArtifactCapture(found);
    }

    static boolean isContent(Capture capture) {
        return capture.target().equals(CONTENT);
    }

    boolean readsCall() {
        return CallValues.isKnownAtEntry(source.path());
    }

    /** Adds size, hash and copy to a span; never throws. */
    void complete(Span span, CallValues values) {
        if (!span.isSampled()) {
            return;
        }
        try {
            Object artifact = values.raw(source.path());
            if (artifact instanceof byte[] bytes) {
                Artifacts.complete(span.attributes(), bytes);
            } else if (artifact instanceof String text && isContent(source)) {
                Artifacts.complete(span.attributes(), text);
            } else if (artifact instanceof File file && artifact.getClass() == File.class) {
                Artifacts.complete(span.attributes(), file.toPath());
            } else if (artifact instanceof Path file && isOrdinary(file)) {
                Artifacts.complete(span.attributes(), file);
            }
        } catch (RuntimeException unusable) {
            AgentLog.warnThrottled("artifact", "cannot read an artifact: " + AgentLog.brief(unusable));
        }
    }

    /** A path of the JDK's own in the file system of the machine; another one may be the application's code. */
    private static boolean isOrdinary(Path file) {
        return file.getClass().getClassLoader() == null && file.getFileSystem() == FileSystems.getDefault();
    }
}
