package dev.narrative.instrumentation.okhttp;

import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import java.util.List;

/** {@code okhttp3.OkHttpClient}, from 3.14 on. */
public final class OkHttpInstrumentationModule implements InstrumentationModule {
    @Override
    public String name() {
        return "okhttp";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return List.of(
                new RealCallInstrumentation(),
                new AsyncCallInstrumentation(),
                new ExchangeInstrumentation(),
                new BackgroundInstrumentation());
    }
}
