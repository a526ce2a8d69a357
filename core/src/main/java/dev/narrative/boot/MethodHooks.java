package dev.narrative.boot;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The table behind woven methods: each has a constant number, its site, under which its hook stands. Replacing a hook
 * changes what a method records without weaving it again; a site without a hook costs one array read.
 */
public final class MethodHooks {
    private static volatile @Nullable MethodHook[] hooks = new MethodHook[64];

    private MethodHooks() {}

    public static @Nullable TracedCall enter(int site) {
        MethodHook hook = hooks[site];
        return hook == null ? null : hook.enter(null, null);
    }

    public static @Nullable TracedCall enter(int site, @Nullable Object self, Object[] arguments) {
        MethodHook hook = hooks[site];
        return hook == null ? null : hook.enter(self, arguments);
    }

    public static synchronized void set(int site, @Nullable MethodHook hook) {
        @Nullable MethodHook[] copy = Arrays.copyOf(hooks, Math.max(hooks.length, Integer.highestOneBit(site + 1) * 2));
        copy[site] = hook;
        hooks = copy;
    }
}
