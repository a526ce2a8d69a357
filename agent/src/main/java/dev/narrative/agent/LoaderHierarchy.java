package dev.narrative.agent;

import dev.narrative.core.rules.ClassFacts;
import dev.narrative.core.rules.Hierarchy;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Finds supertypes as class files through a class loader; it never loads a class. */
record LoaderHierarchy(@Nullable ClassLoader loader) implements Hierarchy {
    @Override
    public @Nullable ClassFacts find(String internalName) {
        String resource = internalName + ".class";
        try (InputStream in = loader == null
                ? ClassLoader.getSystemResourceAsStream(resource)
                : loader.getResourceAsStream(resource)) {
            return in == null ? null : ClassFacts.read(in.readAllBytes());
        } catch (IOException | RuntimeException unreadable) {
            return null;
        }
    }
}
