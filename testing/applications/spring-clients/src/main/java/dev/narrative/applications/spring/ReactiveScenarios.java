package dev.narrative.applications.spring;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.concurrent.EventExecutor;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.HttpResources;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.util.retry.Retry;

/** What reactive programs do with Reactor Netty; each method is traced. */
public final class ReactiveScenarios {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ForeignThread foreign = new ForeignThread();
    private final HttpClient client = HttpClient.create();
    private final URI server;

    private ReactiveScenarios(String server) {
        this.server = URI.create(server);
    }

    public static void play(String server) throws Exception {
        ReactiveScenarios scenarios = new ReactiveScenarios(server);
        scenarios.callback();
        scenarios.subscribed(scenarios.assembled());
        scenarios.severalTimes();
        scenarios.cancelled();
        scenarios.cutOff();
        scenarios.abandoned();
        scenarios.notRead();
        scenarios.schedulers();
        scenarios.foreignSource();
        scenarios.foreignPublisher();
        scenarios.retried();
        scenarios.bodyOfAnother();
        scenarios.tellEventLoops();
    }

    public void callback() {
        get("/callback").doOnNext(response -> afterwards()).block(LIMIT);
    }

    public void afterwards() {}

    public Mono<HttpClientResponse> assembled() {
        return get("/assembled");
    }

    public void subscribed(Mono<HttpClientResponse> call) {
        call.block(LIMIT);
    }

    public void severalTimes() {
        Mono<HttpClientResponse> call = get("/again");
        call.then(call).block(LIMIT);
    }

    public void cancelled() throws InterruptedException {
        CountDownLatch sent = new CountDownLatch(1);
        Disposable subscription = client.doAfterRequest((request, connection) -> sent.countDown())
                .get()
                .uri(server.resolve("/slow"))
                .response()
                .subscribe();
        sent.await(10, TimeUnit.SECONDS);
        subscription.dispose();
    }

    public void cutOff() throws Exception {
        try (FaultyServer faulty = new FaultyServer()) {
            content(faulty.cut())
                    .doOnError(error -> afterTheCut())
                    .onErrorComplete()
                    .blockLast(LIMIT);
        }
    }

    public void afterTheCut() {}

    /** Takes the first bytes and wants no more. */
    public void abandoned() throws Exception {
        try (FaultyServer faulty = new FaultyServer()) {
            content(faulty.endless()).take(1).doOnNext(bytes -> firstBytes()).blockLast(LIMIT);
        }
    }

    public void firstBytes() {}

    /** Drops the connection without a look at the body. */
    public void notRead() throws Exception {
        try (FaultyServer faulty = new FaultyServer()) {
            client.get()
                    .uri(faulty.endless())
                    .responseConnection((response, connection) -> {
                        connection.dispose();
                        return Mono.just(response.status());
                    })
                    .blockLast(LIMIT);
        }
    }

    public void schedulers() {
        Mono.just("/deep")
                .delayElement(Duration.ofMillis(5))
                .publishOn(Schedulers.boundedElastic())
                .flatMap(path -> get(path).subscribeOn(Schedulers.parallel()))
                .delayElement(Duration.ofMillis(5))
                .flatMap(response -> get("/deeper"))
                .block(LIMIT);
    }

    public void foreignSource() {
        Mono.<String>create(sink -> foreign.call(() -> sink.success("/foreign-mono")))
                .flatMap(this::get)
                .thenMany(Flux.<String>create(
                        sink -> foreign.call(() -> sink.next("/foreign-flux").complete())))
                .concatMap(this::get)
                .blockLast(LIMIT);
    }

    public void foreignPublisher() {
        Mono.from(new OneItem(foreign, "/foreign-one"))
                .flatMap(this::get)
                .thenMany(Flux.from(new OneItem(foreign, "/foreign-many")))
                .concatMap(this::get)
                .blockLast(LIMIT);
    }

    public void retried() {
        get("/missing/retried")
                .flatMap(response -> Mono.error(new IllegalStateException()))
                .retryWhen(Retry.backoff(1, Duration.ofMillis(5)))
                .onErrorComplete()
                .block(LIMIT);
    }

    /** Sends on what another server sends, as a gateway does. */
    public void bodyOfAnother() {
        client.post()
                .uri(server.resolve("/outer"))
                .send(client.post()
                        .uri(server.resolve("/inner"))
                        .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(new byte[] {1, 2, 3})))
                        .responseContent()
                        .retain())
                .response()
                .block(LIMIT);
    }

    public void onEventLoop() {}

    /** Visits the threads that served the requests. */
    private void tellEventLoops() throws InterruptedException {
        for (EventExecutor loop : HttpResources.get().onClient(true)) {
            loop.submit(this::onEventLoop).sync();
        }
    }

    private Mono<HttpClientResponse> get(String path) {
        return client.get().uri(server.resolve(path)).response();
    }

    private Flux<ByteBuf> content(URI url) {
        return client.get().uri(url).responseContent();
    }
}
