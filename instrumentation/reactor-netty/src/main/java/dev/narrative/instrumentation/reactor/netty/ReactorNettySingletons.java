package dev.narrative.instrumentation.reactor.netty;

import dev.narrative.instrumentation.http.HttpClientInstrumenter;

/** What this folder's advice shares. */
final class ReactorNettySingletons {
    static final HttpClientInstrumenter INSTRUMENTER = new HttpClientInstrumenter("narrative.reactor-netty");

    private ReactorNettySingletons() {}
}
