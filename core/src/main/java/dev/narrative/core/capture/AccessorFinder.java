package dev.narrative.core.capture;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Finds how a property is read: {@code getX()}, {@code isX()}, a record's {@code x()}, the field, any other {@code
 * x()}. The field goes before a method that is no accessor by its form, which may do anything.
 */
final class AccessorFinder {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final MethodHandles.Lookup PUBLIC = MethodHandles.publicLookup();

    private final Class<?> type;

    private AccessorFinder(Class<?> type) {
        this.type = type;
    }

    static Accessor find(Class<?> type, String property) {
        try {
            MethodHandle handle = new AccessorFinder(type).handle(property);
            return handle == null
                    ? Accessor.missing(type.getName() + " has no readable " + property)
                    : Accessor.of(handle);
        } catch (LinkageError | RuntimeException e) {
            return Accessor.missing(type.getName() + " can't be looked into");
        }
    }

    private @Nullable MethodHandle handle(String property) {
        String capitalised = Character.toUpperCase(property.charAt(0)) + property.substring(1);
        MethodHandle found = method("get" + capitalised);
        if (found == null) {
            found = method("is" + capitalised);
        }
        if (found == null && type.isRecord()) {
            found = method(property);
        }
        if (found == null) {
            found = field(property);
        }
        return found != null ? found : method(property);
    }

    private @Nullable MethodHandle method(String name) {
        Method method = publicMethod(type, name);
        if (method != null) {
            MethodHandle handle = open(method);
            return handle != null ? handle : throughSupertypes(type, name);
        }
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            try {
                Method declared = c.getDeclaredMethod(name);
                return isReader(declared) ? opened(declared) : null;
            } catch (NoSuchMethodException e) {
                // the superclass may have it
            }
        }
        return null;
    }

    private static @Nullable Method publicMethod(Class<?> type, String name) {
        try {
            Method method = type.getMethod(name);
            return isReader(method) ? method : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static boolean isReader(Method method) {
        return method.getReturnType() != void.class && !Modifier.isStatic(method.getModifiers());
    }

    /** The method as anyone may call it, else forced open. */
    private static @Nullable MethodHandle open(Method method) {
        try {
            return PUBLIC.unreflect(method);
        } catch (IllegalAccessException e) {
            return opened(method);
        }
    }

    private static @Nullable MethodHandle opened(Method method) {
        try {
            return method.trySetAccessible() ? LOOKUP.unreflect(method) : null;
        } catch (IllegalAccessException e) {
            return null;
        }
    }

    /** A closed class can still be read through a public interface or superclass that declares the method. */
    private static @Nullable MethodHandle throughSupertypes(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            MethodHandle handle = publicHandle(c, name);
            if (handle != null) {
                return handle;
            }
            for (Class<?> candidate : c.getInterfaces()) {
                handle = throughSupertypes(candidate, name);
                if (handle != null) {
                    return handle;
                }
            }
        }
        return null;
    }

    private static @Nullable MethodHandle publicHandle(Class<?> type, String name) {
        Method method = publicMethod(type, name);
        try {
            return method == null ? null : PUBLIC.unreflect(method);
        } catch (IllegalAccessException e) {
            return null;
        }
    }

    private @Nullable MethodHandle field(String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            try {
                Field field = c.getDeclaredField(name);
                if (Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                return field.trySetAccessible() ? LOOKUP.unreflectGetter(field) : null;
            } catch (NoSuchFieldException e) {
                // the superclass may have it
            } catch (IllegalAccessException e) {
                return null;
            }
        }
        return null;
    }
}
