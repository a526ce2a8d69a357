package dev.narrative.instrumentation.reactor.netty;

import dev.narrative.core.propagation.HeaderSetter;
import io.netty.handler.codec.http.HttpHeaders;

record NettyHeaders(HttpHeaders headers) implements HeaderSetter {
    @Override
    public boolean has(String name) {
        return headers.contains(name);
    }

    @Override
    public void set(String name, String value) {
        headers.set(name, value);
    }

    @Override
    public void remove(String name) {
        headers.remove(name);
    }
}
