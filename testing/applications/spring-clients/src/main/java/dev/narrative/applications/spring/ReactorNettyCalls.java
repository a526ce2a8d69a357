package dev.narrative.applications.spring;

import io.netty.buffer.Unpooled;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** Reactor Netty by itself. */
public final class ReactorNettyCalls implements Calls {
    private final HttpClient client;

    public ReactorNettyCalls(Duration patience) {
        client = HttpClient.create().followRedirect(true).responseTimeout(patience);
    }

    @Override
    public Reply get(URI url, Map<String, String> headers) {
        return client.headers(all -> headers.forEach(all::set))
                .get()
                .uri(url)
                .responseSingle(ReactorNettyCalls::reply)
                .block();
    }

    @Override
    public Reply post(URI url, byte[] body) {
        return client.post()
                .uri(url)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .responseSingle(ReactorNettyCalls::reply)
                .block();
    }

    private static Mono<Reply> reply(HttpClientResponse response, ByteBufMono body) {
        return body.asByteArray()
                .defaultIfEmpty(new byte[0])
                .map(bytes -> Reply.of(response.status().code(), bytes));
    }
}
