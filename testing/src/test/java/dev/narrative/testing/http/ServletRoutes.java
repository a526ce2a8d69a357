package dev.narrative.testing.http;

import java.util.List;

/** The patterns under which {@link StoryServlet} is registered. */
final class ServletRoutes {
    static final List<String> PATHS = List.of(
            "/work",
            "/missing",
            "/unavailable",
            "/throws",
            "/forwarded",
            "/async",
            "/dispatched",
            "/timeout",
            "/filtered");

    private ServletRoutes() {}
}
