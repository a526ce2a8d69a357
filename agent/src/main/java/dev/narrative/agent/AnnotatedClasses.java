package dev.narrative.agent;

import dev.narrative.core.rules.AnnotationSearch;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The classes that carry the API's annotation: found by their class files when they are loaded, and remembered. */
final class AnnotatedClasses {
    private final boolean enabled;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    AnnotatedClasses(boolean enabled) {
        this.enabled = enabled;
    }

    /** Looks into a class file, unless its loader is one of the JDK's. */
    boolean find(@Nullable ClassLoader loader, String internalName, byte[] bytes) {
        if (!enabled || loader == null || !AnnotationSearch.finds(internalName, bytes)) {
            return false;
        }
        known.add(internalName);
        return true;
    }

    /** Whether a class of this name has been found; it is woven anew when the configuration changes. */
    boolean knows(String internalName) {
        return known.contains(internalName);
    }
}
