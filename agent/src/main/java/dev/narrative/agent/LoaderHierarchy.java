package dev.narrative.agent;

import dev.narrative.core.rules.ClassFacts;
import dev.narrative.core.rules.Hierarchy;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds supertypes as class files through a class loader, and loads none of the application's. The JDK's are asked
 * themselves: to read the JDK's image would settle the default file system before the application's main method.
 */
record LoaderHierarchy(@Nullable ClassLoader loader) implements Hierarchy {
    @Override
    public @Nullable ClassFacts find(String internalName) {
        if (internalName.startsWith("java/")) {
            return ofJdk(internalName);
        }
        String resource = internalName + ".class";
        try (InputStream in = loader == null
                ? ClassLoader.getSystemResourceAsStream(resource)
                : loader.getResourceAsStream(resource)) {
            return in == null ? null : ClassFacts.read(in.readAllBytes());
        } catch (IOException | RuntimeException unreadable) {
            return null;
        }
    }

    private static @Nullable ClassFacts ofJdk(String internalName) {
        try {
            Class<?> type = Class.forName(internalName.replace('/', '.'), false, ClassLoader.getPlatformClassLoader());
            Class<?> above = type.getSuperclass();
            List<String> interfaces = new ArrayList<>();
            for (Class<?> implemented : type.getInterfaces()) {
                interfaces.add(internal(implemented));
            }
            return new ClassFacts(
                    internalName,
                    type.getModifiers(),
                    above == null ? null : internal(above),
                    interfaces,
                    List.of(),
                    List.of(),
                    List.of());
        } catch (ClassNotFoundException | LinkageError notThere) {
            return null;
        }
    }

    private static String internal(Class<?> type) {
        return type.getName().replace('.', '/');
    }
}
