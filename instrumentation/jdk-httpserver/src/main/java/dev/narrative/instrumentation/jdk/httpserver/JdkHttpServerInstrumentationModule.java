package dev.narrative.instrumentation.jdk.httpserver;

import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import java.util.List;

/** {@code com.sun.net.httpserver.HttpServer}. */
public final class JdkHttpServerInstrumentationModule implements InstrumentationModule {
    @Override
    public String name() {
        return "jdk-httpserver";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return List.of(new FilterChainInstrumentation(), new HttpExchangeInstrumentation());
    }
}
