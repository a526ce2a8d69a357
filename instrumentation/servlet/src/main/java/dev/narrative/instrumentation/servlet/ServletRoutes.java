package dev.narrative.instrumentation.servlet;

import org.jspecify.annotations.Nullable;

/** Routes as servlets know them: the context's path and the pattern that chose the servlet. */
final class ServletRoutes {
    private ServletRoutes() {}

    /** The route, {@code null} when the pattern takes everything and so says nothing. */
    static @Nullable String of(@Nullable String contextPath, @Nullable String pattern) {
        if (pattern == null || pattern.equals("/") || pattern.equals("/*")) {
            return null;
        }
        String context = contextPath == null ? "" : contextPath;
        return pattern.startsWith("/") ? context + pattern : context + "/" + pattern;
    }
}
