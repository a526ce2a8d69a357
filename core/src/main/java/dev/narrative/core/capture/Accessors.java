package dev.narrative.core.capture;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The accessors of each class, kept with the class itself: whatever refers to the application here dies with the
 * application's class loader.
 */
final class Accessors {
    private static final ClassValue<Map<String, Accessor>> CACHE = new ClassValue<>() {
        @Override
        protected Map<String, Accessor> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private Accessors() {}

    static Accessor of(Class<?> type, String property) {
        Map<String, Accessor> cached = CACHE.get(type);
        Accessor accessor = cached.get(property);
        if (accessor == null) {
            accessor = AccessorFinder.find(type, property);
            cached.put(property, accessor);
        }
        return accessor;
    }
}
