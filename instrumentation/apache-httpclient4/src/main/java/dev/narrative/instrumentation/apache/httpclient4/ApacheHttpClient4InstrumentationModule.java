package dev.narrative.instrumentation.apache.httpclient4;

import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import java.util.List;

/** {@code org.apache.http}: HttpClient from 4.5 on, and HttpAsyncClient from 4.1 on. */
public final class ApacheHttpClient4InstrumentationModule implements InstrumentationModule {
    @Override
    public String name() {
        return "apache-httpclient4";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return List.of(
                new ClientInstrumentation(),
                new RequestExecutorInstrumentation(),
                new ConnectionInstrumentation(),
                new EntitySerializerInstrumentation(),
                new ResponseInstrumentation(),
                new AsyncClientInstrumentation(),
                new AsyncHandlerInstrumentation(),
                new ThreadsInstrumentation());
    }
}
