package dev.narrative.instrumentation.apache.httpclient5;

import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import java.util.List;

/** {@code org.apache.hc.client5}: its classic and its asynchronous clients. */
public final class ApacheHttpClient5InstrumentationModule implements InstrumentationModule {
    @Override
    public String name() {
        return "apache-httpclient5";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return List.of(
                new ClassicClientInstrumentation(),
                new ClassicConnectionInstrumentation(),
                new ClassicResponseInstrumentation(),
                new AsyncClientInstrumentation(),
                new MinimalAsyncClientInstrumentation(),
                new AsyncRuntimeInstrumentation(),
                new ThreadsInstrumentation());
    }
}
