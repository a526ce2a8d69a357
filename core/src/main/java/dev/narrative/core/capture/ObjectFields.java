package dev.narrative.core.capture;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** The fields by which an application's object is written, kept with its class. */
final class ObjectFields {
    private static final int MAX_FIELDS = 200;

    private static final ClassValue<Field[]> CACHE = new ClassValue<>() {
        @Override
        protected Field[] computeValue(Class<?> type) {
            return find(type);
        }
    };

    private ObjectFields() {}

    /** Those of the superclasses first; none of the JDK's, none that is static, transient or made by a compiler. */
    static Field[] of(Class<?> type) {
        return CACHE.get(type);
    }

    private static Field[] find(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> c = type; c != null && !JdkTypes.isJdk(c); c = c.getSuperclass()) {
            List<Field> own = new ArrayList<>();
            try {
                for (Field field : c.getDeclaredFields()) {
                    if (isWritten(field) && field.trySetAccessible()) {
                        own.add(field);
                    }
                }
            } catch (LinkageError | RuntimeException e) {
                continue;
            }
            fields.addAll(0, own);
        }
        return fields.subList(0, Math.min(fields.size(), MAX_FIELDS)).toArray(new Field[0]);
    }

    private static boolean isWritten(Field field) {
        int modifiers = field.getModifiers();
        return !Modifier.isStatic(modifiers)
                && !Modifier.isTransient(modifiers)
                && !field.isSynthetic()
                && field.getName().indexOf('$') < 0;
    }
}
