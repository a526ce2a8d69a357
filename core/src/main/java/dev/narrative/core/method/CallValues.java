package dev.narrative.core.method;

import dev.narrative.core.capture.Capture;
import dev.narrative.core.capture.CapturePath;
import dev.narrative.core.capture.NameTemplate;
import dev.narrative.core.capture.ValueRenderer;
import org.jspecify.annotations.Nullable;

/** The values of one call, as far as they are known: receiver and arguments at its entry, result or error at its end. */
final class CallValues {
    private final ValueRenderer renderer;
    private final @Nullable Object self;
    private final @Nullable Object @Nullable [] arguments;
    private final @Nullable Object result;
    private final @Nullable Throwable error;

    CallValues(
            ValueRenderer renderer,
            @Nullable Object self,
            @Nullable Object @Nullable [] arguments,
            @Nullable Object result,
            @Nullable Throwable error) {
        this.renderer = renderer;
        this.self = self;
        this.arguments = arguments;
        this.result = result;
        this.error = error;
    }

    /** The same call with its outcome. */
    CallValues endedWith(@Nullable Object newResult, @Nullable Throwable newError) {
        return new CallValues(renderer, self, arguments, newResult, newError);
    }

    /** Whether a path begins at a value that is known at this moment. */
    static boolean isKnownAtEntry(CapturePath path) {
        return path.root() == CapturePath.Root.ARGUMENT || path.root() == CapturePath.Root.THIS;
    }

    @Nullable
    Object of(Capture capture) {
        return capture.value(renderer, self, arguments, result, error);
    }

    /** What a path finds, as the application has it. */
    @Nullable
    Object raw(CapturePath path) {
        return path.resolve(self, arguments, result, error);
    }

    String render(NameTemplate template) {
        return template.render(renderer, self, arguments, result, error);
    }

    @Nullable
    String text(@Nullable CapturePath path) {
        if (path == null) {
            return null;
        }
        Object value = renderer.render(path, raw(path));
        return value == null ? null : value.toString();
    }
}
