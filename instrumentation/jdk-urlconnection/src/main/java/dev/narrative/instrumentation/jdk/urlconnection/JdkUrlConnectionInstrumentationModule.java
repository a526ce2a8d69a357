package dev.narrative.instrumentation.jdk.urlconnection;

import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import java.util.List;

/** {@code java.net.HttpURLConnection}. */
public final class JdkUrlConnectionInstrumentationModule implements InstrumentationModule {
    @Override
    public String name() {
        return "jdk-urlconnection";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return List.of(new HttpUrlConnectionInstrumentation(), new HttpsUrlConnectionInstrumentation());
    }
}
