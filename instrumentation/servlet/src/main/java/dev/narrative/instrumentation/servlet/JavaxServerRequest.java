package dev.narrative.instrumentation.servlet;

import dev.narrative.instrumentation.http.HttpServerRequest;
import dev.narrative.instrumentation.http.HttpVersions;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import javax.servlet.http.HttpServletMapping;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** A request, maybe one that the container could not parse and is about to refuse: parts may be missing. */
record JavaxServerRequest(HttpServletRequest request) implements HttpServerRequest {
    @Override
    public String method() {
        return Objects.requireNonNullElse(request.getMethod(), "");
    }

    @Override
    public String scheme() {
        return request.getScheme();
    }

    @Override
    public String path() {
        return Objects.requireNonNullElse(request.getRequestURI(), "");
    }

    @Override
    public @Nullable String query() {
        return request.getQueryString();
    }

    @Override
    public @Nullable String protocolVersion() {
        String protocol = request.getProtocol();
        return protocol == null ? null : HttpVersions.of(protocol);
    }

    @Override
    public @Nullable String clientAddress() {
        return request.getRemoteAddr();
    }

    /** Servlets before 4.0 do not say which pattern chose them. */
    @Override
    public @Nullable String route() {
        try {
            HttpServletMapping mapping = request.getHttpServletMapping();
            return mapping.getMappingMatch() == null
                    ? null
                    : ServletRoutes.of(request.getContextPath(), mapping.getPattern());
        } catch (LinkageError older) {
            return null;
        }
    }

    @Override
    public List<String> values(String name) {
        Enumeration<String> values = request.getHeaders(name);
        if (values == null || !values.hasMoreElements()) {
            return List.of();
        }
        List<String> sound = Collections.list(values);
        sound.removeIf(Objects::isNull);
        return sound;
    }
}
