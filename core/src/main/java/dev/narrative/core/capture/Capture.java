package dev.narrative.core.capture;

import dev.narrative.model.masking.Masking;
import org.jspecify.annotations.Nullable;

/**
 * A value that is kept: where it is read from and the attribute or score it becomes.
 *
 * @param path where it is read from
 * @param target the name under which it is kept
 */
public record Capture(CapturePath path, String target) {
    /** A capture whose text is hidden when either the path or the target is named like a secret. */
    public Capture {
        path = Masking.isSecretName(target) ? path.asSecret() : path;
    }

    /** The value in one call, rendered; {@code null} when it is missing. */
    public @Nullable Object value(
            ValueRenderer renderer,
            @Nullable Object self,
            @Nullable Object @Nullable [] arguments,
            @Nullable Object result,
            @Nullable Throwable error) {
        return renderer.render(path, path.resolve(self, arguments, result, error));
    }
}
