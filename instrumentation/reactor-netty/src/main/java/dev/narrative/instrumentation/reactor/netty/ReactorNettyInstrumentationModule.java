package dev.narrative.instrumentation.reactor.netty;

import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import java.util.List;

/** {@code reactor.netty.http.client.HttpClient}. */
public final class ReactorNettyInstrumentationModule implements InstrumentationModule {
    @Override
    public String name() {
        return "reactor-netty";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return List.of(
                new MonoHttpConnectInstrumentation(),
                new HandlerObserverInstrumentation(),
                new HttpClientOperationsInstrumentation(),
                new ChannelOperationsInstrumentation());
    }
}
