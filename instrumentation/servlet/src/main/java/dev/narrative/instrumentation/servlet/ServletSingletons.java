package dev.narrative.instrumentation.servlet;

import dev.narrative.instrumentation.http.HttpServerInstrumenter;

/** What this folder's advice shares. */
final class ServletSingletons {
    static final HttpServerInstrumenter INSTRUMENTER = new HttpServerInstrumenter("narrative.servlet");

    /** The attribute under which a request holds its span. */
    static final String SPAN = "dev.narrative.span";

    private ServletSingletons() {}
}
