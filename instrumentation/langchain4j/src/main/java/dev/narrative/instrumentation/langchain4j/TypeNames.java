package dev.narrative.instrumentation.langchain4j;

/** Names of the application's types, as spans say them. */
final class TypeNames {
    private TypeNames() {}

    /** The class's own name; that of the class around it for a lambda, which has none. */
    static String simple(Class<?> type) {
        String name = type.getName();
        int lambda = name.indexOf("$$");
        int end = lambda > 0 ? lambda : name.length();
        int start = Math.max(name.lastIndexOf('.', end - 1), name.lastIndexOf('$', end - 1)) + 1;
        return name.substring(start, end);
    }
}
