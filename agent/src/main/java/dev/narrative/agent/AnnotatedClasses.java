package dev.narrative.agent;

import dev.narrative.boot.AgentLoader;
import dev.narrative.core.rules.AnnotationSearch;
import java.io.IOException;
import java.io.InputStream;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The classes that carry the API's annotation: found by their class files when they are loaded, and remembered. */
final class AnnotatedClasses {
    private static final String ANNOTATION = "dev/narrative/api/Traced.class";

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

    /**
     * Looks into the class files of classes that were loaded before the agent, where their loader has the API. Never
     * within a transformation, since it asks the application's loaders.
     */
    void findLoaded(Class<?>[] loaded) {
        IdentityHashMap<ClassLoader, Boolean> withApi = new IdentityHashMap<>();
        for (Class<?> type : loaded) {
            ClassLoader loader = type.getClassLoader();
            String name = type.getName().replace('.', '/');
            if (!enabled || type.isArray() || !isApplications(loader) || !AnnotationSearch.isWorthwhile(name)) {
                continue;
            }
            Boolean hasApi = withApi.get(loader);
            if (hasApi == null) {
                hasApi = loader.getResource(ANNOTATION) != null;
                withApi.put(loader, hasApi);
            }
            if (hasApi) {
                read(loader, name);
            }
        }
    }

    private void read(ClassLoader loader, String name) {
        try (InputStream in = loader.getResourceAsStream(name + ".class")) {
            if (in != null) {
                find(loader, name, in.readAllBytes());
            }
        } catch (IOException | RuntimeException unreadable) {
            // Then it stays as it is, as classes without a file do.
        }
    }

    private static boolean isApplications(@Nullable ClassLoader loader) {
        return loader != null
                && loader != ClassLoader.getPlatformClassLoader()
                && !(loader instanceof AgentLoader)
                && !(loader instanceof InstrumentationLoader);
    }
}
