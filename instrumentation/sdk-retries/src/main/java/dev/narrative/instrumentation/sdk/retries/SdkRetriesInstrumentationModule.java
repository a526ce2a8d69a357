package dev.narrative.instrumentation.sdk.retries;

import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import java.util.List;

/** {@code openai-java} and {@code anthropic-java}. */
public final class SdkRetriesInstrumentationModule implements InstrumentationModule {
    @Override
    public String name() {
        return "sdk-retries";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return List.of(new OpenAiRetriesInstrumentation(), new AnthropicRetriesInstrumentation());
    }
}
