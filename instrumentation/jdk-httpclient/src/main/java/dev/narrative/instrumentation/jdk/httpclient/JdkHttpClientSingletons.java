package dev.narrative.instrumentation.jdk.httpclient;

import dev.narrative.instrumentation.http.HttpClientInstrumenter;

/** What this folder's advice shares. */
final class JdkHttpClientSingletons {
    static final HttpClientInstrumenter INSTRUMENTER = new HttpClientInstrumenter("narrative.jdk-httpclient");

    private JdkHttpClientSingletons() {}
}
