package dev.narrative.instrumentation.jdk.httpserver;

import dev.narrative.instrumentation.http.HttpServerInstrumenter;
import dev.narrative.instrumentation.http.HttpServerSpan;
import dev.narrative.instrumentation.http.UnfinishedSpans;

/** What this folder's advice shares. */
final class JdkHttpServerSingletons {
    static final HttpServerInstrumenter INSTRUMENTER = new HttpServerInstrumenter("narrative.jdk-httpserver");

    /** The spans of exchanges that their handler left to another thread. */
    static final UnfinishedSpans<HttpServerSpan> LEFT_OPEN = new UnfinishedSpans<>();

    private JdkHttpServerSingletons() {}
}
