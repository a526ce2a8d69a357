package dev.narrative.agent;

import dev.narrative.boot.MethodHooks;
import dev.narrative.core.method.MethodSite;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Gives each woven method its site number, the same one whenever its class is woven again. */
final class MethodSites {
    private final Map<ClassLoader, Map<String, Integer>> numbers = new WeakHashMap<>();
    private final Map<String, Integer> ofBootLoader = new HashMap<>();
    private int next;

    /** Puts a hook at a method's site and returns the site's number. */
    synchronized int set(@Nullable ClassLoader loader, String method, MethodSite hook) {
        Map<String, Integer> own = ofBootLoader;
        if (loader != null) {
            own = numbers.get(loader);
            if (own == null) {
                own = new HashMap<>();
                numbers.put(loader, own);
            }
        }
        Integer number = own.get(method);
        if (number == null) {
            number = next++;
            own.put(method, number);
        }
        MethodHooks.set(number, hook);
        return number;
    }
}
