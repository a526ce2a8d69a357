package dev.narrative.agent;

import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.pool.TypePool;

/**
 * Describes the types of {@code java.lang} as every JVM has loaded them. To read their class files from the JDK's image
 * would settle the default file system before an application's main method had its say, and cost time besides.
 */
enum LoadedTypes implements TypePool {
    INSTANCE;

    private static final String PACKAGE = "java.lang.";

    @Override
    public Resolution describe(String name) {
        if (name.startsWith(PACKAGE) && name.indexOf('.', PACKAGE.length()) < 0) {
            try {
                return new Resolution.Simple(TypeDescription.ForLoadedType.of(Class.forName(name, false, null)));
            } catch (ClassNotFoundException notThere) {
                return new Resolution.Illegal(name);
            }
        }
        return new Resolution.Illegal(name);
    }

    @Override
    public void clear() {}
}
