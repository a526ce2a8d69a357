package dev.narrative.instrumentation.jdk.httpclient;

import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import java.util.List;

/** {@code java.net.http.HttpClient}. */
public final class JdkHttpClientInstrumentationModule implements InstrumentationModule {
    @Override
    public String name() {
        return "jdk-httpclient";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return List.of(
                new HttpClientImplInstrumentation(),
                new HttpRequestImplInstrumentation(),
                new MultiExchangeInstrumentation(),
                new HttpResponseImplInstrumentation());
    }
}
