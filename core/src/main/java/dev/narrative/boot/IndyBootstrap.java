package dev.narrative.boot;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** The bootstrap method of the invokedynamic calls that are woven into libraries. */
public final class IndyBootstrap {
    private static volatile @Nullable AdviceLinker linker;

    private IndyBootstrap() {}

    public static void install(AdviceLinker newLinker) {
        linker = newLinker;
    }

    /** Links a call to its advice, or to nothing when the advice can't be had: the application goes on either way. */
    public static CallSite link(
            MethodHandles.Lookup caller, String method, MethodType type, String module, String advice) {
        try {
            AdviceLinker found = linker;
            if (found != null) {
                return new ConstantCallSite(
                        found.link(caller, module, advice, method, type).asType(type));
            }
        } catch (Throwable error) {
            AdviceErrors.suppressed(error);
        }
        return new ConstantCallSite(nothing(type));
    }

    private static MethodHandle nothing(MethodType type) {
        return MethodHandles.empty(type);
    }
}
