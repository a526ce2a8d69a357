package dev.narrative.instrumentation.reactor.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.ByteBufFlux;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.ConnectionProvider;
import reactor.test.StepVerifier;

/** The bytes that taps see, and that the application still gets, with the real client and server. */
class BodyTapsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final byte[] large = new byte[300_000];
    private final Sinks.Many<ByteBuf> chunks = Sinks.many().unicast().onBackpressureBuffer();
    private final DisposableServer server = HttpServer.create()
            .port(0)
            .compress(true)
            .route(routes -> routes.post(
                            "/echo", (in, out) -> out.send(in.receive().retain()))
                    .get("/text", (in, out) -> out.sendString(Mono.just("plain ".repeat(1_000))))
                    .get("/none", (in, out) -> out.status(204).send())
                    .get("/chunks", (in, out) -> out.send(chunks.asFlux(), chunk -> true)))
            .bindNow();
    private final ConnectionProvider connections = ConnectionProvider.create("test", 1);
    private final HttpClient client = HttpClient.create(connections).port(server.port());

    @AfterEach
    void close() {
        connections.dispose();
        server.disposeNow();
    }

    @Test
    void seesBothBodies_asTheyAre() {
        new Random(7).nextBytes(large);
        TappedExchange exchange = TappedExchange.of(client);

        byte[] back = post(exchange, Mono.fromSupplier(() -> Unpooled.wrappedBuffer(large)));

        assertThat(back).isEqualTo(large);
        assertThat(exchange.request.seen()).isEqualTo(large);
        assertThat(exchange.request.ends()).startsWith("complete");
        assertThat(exchange.response.seen()).isEqualTo(large);
        assertThat(exchange.response.ends()).containsExactly("complete");
        assertThat(exchange.span.hasEnded()).isTrue();
    }

    @Test
    void seesEachKindOfBuffer() {
        new Random(7).nextBytes(large);
        TappedExchange exchange = TappedExchange.of(client);
        Flux<ByteBuf> pieces = Flux.just(
                Unpooled.wrappedBuffer(large, 0, 1_000),
                Unpooled.directBuffer().writeBytes(large, 1_000, 1_000),
                Unpooled.compositeBuffer()
                        .addComponent(true, Unpooled.wrappedBuffer(large, 2_000, 500))
                        .addComponent(true, Unpooled.directBuffer().writeBytes(large, 2_500, 500)),
                Unpooled.wrappedBuffer(large, 3_000, large.length - 3_000).asReadOnly());

        byte[] back = post(exchange, pieces);

        assertThat(back).isEqualTo(large);
        assertThat(exchange.request.seen()).isEqualTo(large);
    }

    @Test
    void seesBothBodies_overHttp2() {
        new Random(7).nextBytes(large);
        DisposableServer http2 = HttpServer.create()
                .port(0)
                .protocol(HttpProtocol.H2C)
                .handle((in, out) -> out.send(in.receive().retain()))
                .bindNow();
        HttpClient over =
                HttpClient.create(connections).protocol(HttpProtocol.H2C).port(http2.port());
        TappedExchange exchange = TappedExchange.of(over);

        byte[] back = exchange.wrap(over)
                .post()
                .uri("/echo")
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(large)))
                .responseContent()
                .aggregate()
                .asByteArray()
                .block(LIMIT);
        http2.disposeNow();

        assertThat(exchange.version).isEqualTo("2");
        assertThat(back).isEqualTo(large);
        assertThat(exchange.request.seen()).isEqualTo(large);
        assertThat(exchange.response.seen()).isEqualTo(large);
        assertThat(exchange.response.ends()).containsExactly("complete");
    }

    @Test
    void staysOutOfTheWay_onAConnectionThatIsUsedAgain() {
        TappedExchange first = TappedExchange.of(client);
        TappedExchange second = TappedExchange.of(client);

        post(first, Mono.fromSupplier(() -> Unpooled.wrappedBuffer(new byte[] {1})));
        post(second, Mono.fromSupplier(() -> Unpooled.wrappedBuffer(new byte[] {2})));

        assertThat(first.request.seen()).containsExactly(1);
        assertThat(second.request.seen()).containsExactly(2);
        assertThat(second.response.seen()).containsExactly(2);
    }

    @Test
    void seesPlainBytes_whereTheClientDecompresses() {
        TappedExchange exchange = TappedExchange.of(client);

        String text = exchange.wrap(client)
                .compress(true)
                .get()
                .uri("/text")
                .responseContent()
                .aggregate()
                .asString()
                .block(LIMIT);

        assertThat(text).startsWith("plain plain");
        assertThat(exchange.response.seen()).asString().isEqualTo(text);
        assertThat(exchange.contentEncoding).isNull();
    }

    @Test
    void seesCompressedBytes_whereTheApplicationDoes() throws IOException {
        TappedExchange exchange = TappedExchange.of(client);

        byte[] body = exchange.wrap(client)
                .headers(headers -> headers.set("Accept-Encoding", "gzip"))
                .get()
                .uri("/text")
                .responseContent()
                .aggregate()
                .asByteArray()
                .block(LIMIT);

        assertThat(exchange.contentEncoding).isEqualTo("gzip");
        assertThat(exchange.response.seen()).isEqualTo(body);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(exchange.response.seen())).readAllBytes())
                .asString()
                .startsWith("plain plain");
    }

    @Test
    void ends_whenThereIsNoBody() {
        TappedExchange exchange = TappedExchange.of(client);

        exchange.wrap(client).get().uri("/none").responseContent().aggregate().block(LIMIT);

        assertThat(exchange.request.ends()).startsWith("complete");
        assertThat(exchange.response.seen()).isEmpty();
        assertThat(exchange.response.ends()).containsExactly("complete");
    }

    /** Each chunk reaches the application before the server has the next. */
    @Test
    void holdsNothingBack() {
        TappedExchange exchange = TappedExchange.of(client);
        Flux<String> body =
                exchange.wrap(client).get().uri("/chunks").responseContent().asString();

        StepVerifier.create(body, 1)
                .then(() -> chunks.tryEmitNext(text("one")))
                .expectNext("one")
                .then(() -> assertThat(exchange.response.seen()).asString().isEqualTo("one"))
                .then(() -> chunks.tryEmitNext(text("two")))
                .thenRequest(1)
                .expectNext("two")
                .then(() -> assertThat(exchange.response.ends()).isEmpty())
                .then(chunks::tryEmitComplete)
                .expectComplete()
                .verify(LIMIT);
        assertThat(exchange.response.ends()).containsExactly("complete");
    }

    @Test
    void fails_whenTheConnectionIsRefused() {
        TappedExchange exchange = TappedExchange.of(client);
        server.disposeNow();

        StepVerifier.create(exchange.wrap(client).get().uri("/text").response())
                .expectError()
                .verify(LIMIT);

        assertThat(exchange.span.hasEnded()).isTrue();
        assertThat(exchange.response.ends()).isEmpty();
    }

    @Test
    void fails_whenTheApplicationsBodyDoes() {
        TappedExchange exchange = TappedExchange.of(client);
        Publisher<ByteBuf> broken =
                Flux.concat(Flux.just(Unpooled.wrappedBuffer(new byte[] {1})), Flux.error(new IOException("gone")));

        StepVerifier.create(
                        exchange.wrap(client).post().uri("/echo").send(broken).responseContent())
                .expectError()
                .verify(LIMIT);

        assertThat(exchange.request.ends()).first().isEqualTo("fail IOException");
        assertThat(exchange.span.hasEnded()).isTrue();
    }

    private static ByteBuf text(String chunk) {
        return Unpooled.copiedBuffer(chunk, StandardCharsets.UTF_8);
    }

    private byte[] post(TappedExchange exchange, Publisher<ByteBuf> body) {
        List<byte[]> back = new CopyOnWriteArrayList<>();
        ByteBufFlux answer =
                exchange.wrap(client).post().uri("/echo").send(body).responseContent();
        answer.aggregate().asByteArray().doOnNext(back::add).block(LIMIT);
        return back.get(0);
    }
}
