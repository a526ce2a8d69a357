package dev.narrative.core.capture;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Reads one property of the objects of one class. */
final class Accessor {
    private static final MethodType GENERIC = MethodType.methodType(Object.class, Object.class);

    private final @Nullable MethodHandle handle;
    private final String missing;

    private Accessor(@Nullable MethodHandle handle, String missing) {
        this.handle = handle;
        this.missing = missing;
    }

    static Accessor of(MethodHandle handle) {
        return new Accessor(handle.asType(GENERIC), "");
    }

    static Accessor missing(String why) {
        return new Accessor(null, why);
    }

    @Nullable
    Object get(Object target) throws Throwable {
        if (handle == null) {
            throw new MissingStep(missing);
        }
        return (Object) handle.invokeExact(target);
    }
}
