package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import java.util.List;

/** The AWS SDK for Java 2, from 2.20 on. */
public final class AwsSdkInstrumentationModule implements InstrumentationModule {
    @Override
    public String name() {
        return "aws-sdk";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return List.of(
                new InterceptorChainInstrumentation(),
                new SyncClientHandlerInstrumentation(),
                new AsyncClientHandlerInstrumentation(),
                new AsyncResponseHandlerInstrumentation());
    }
}
