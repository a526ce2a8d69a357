package dev.narrative.core.capture;

import java.io.Closeable;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Map;
import java.util.RandomAccess;
import java.util.concurrent.Executor;

/** Tells whose class it is, and whether its contents can be read without running the application's code. */
final class JdkTypes {
    private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

    private JdkTypes() {}

    static boolean isJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == PLATFORM;
    }

    /**
     * Whether going through a collection or map stays within the JDK. Views and wrappers may stand before a collection
     * that loads its elements from a database; only the random-access wrappers, made for array lists, are believed.
     */
    static boolean isSafeContainer(Object container) {
        Class<?> type = container.getClass();
        String name = type.getName();
        if (!isJdk(type) || !name.startsWith("java.util.")) {
            return false;
        }
        boolean wrapper = name.startsWith("java.util.Collections$Unmodifiable")
                || name.startsWith("java.util.Collections$Synchronized")
                || name.startsWith("java.util.Collections$Checked")
                || name.startsWith("java.util.Collections$SetFromMap")
                || name.startsWith("java.util.Collections$AsLIFOQueue")
                || name.startsWith("java.util.AbstractMap$")
                || name.startsWith("java.util.AbstractList$")
                || name.startsWith("java.util.Reverse");
        return !wrapper || container instanceof RandomAccess;
    }

    /** Whether an application's object is read field by field; the rest is named by its class. */
    static boolean isReadable(Object value) {
        Class<?> type = value.getClass();
        return !isJdk(type)
                && !type.isHidden()
                && !Proxy.isProxyClass(type)
                && !(value instanceof Collection)
                && !(value instanceof Map)
                && !(value instanceof Throwable)
                && !(value instanceof ClassLoader)
                && !(value instanceof Thread)
                && !(value instanceof Executor)
                && !(value instanceof Closeable);
    }
}
