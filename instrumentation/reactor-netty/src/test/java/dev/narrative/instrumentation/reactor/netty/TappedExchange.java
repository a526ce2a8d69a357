package dev.narrative.instrumentation.reactor.netty;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.trace.Sampler;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.SpanSink;
import dev.narrative.core.trace.Tracer;
import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.HttpClientInstrumenter;
import dev.narrative.instrumentation.http.HttpClientSpan;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientInfos;

/** An exchange with taps of the test's, which the real client's own hooks call where woven advice would. */
final class TappedExchange extends Exchange {
    private static final String WATCHER = "watcher";

    final FakeTap request = new FakeTap();
    final FakeTap response = new FakeTap();
    final HttpClientSpan span;
    volatile @Nullable String contentEncoding;
    volatile @Nullable String version;

    private TappedExchange(HttpClientSpan span) {
        super(span, true);
        this.span = span;
    }

    static TappedExchange of(HttpClient client) {
        AgentRuntime.start(new Tracer(new Nowhere(), Sampler.ALL), AgentConfig.defaults());
        HttpClientSpan span = Objects.requireNonNull(
                new HttpClientInstrumenter("test").start(new NettyRequest(client.configuration())));
        span.detach();
        return new TappedExchange(span);
    }

    HttpClient wrap(HttpClient client) {
        return client.mapConnect(connect -> new Mono<Connection>() {
                    @Override
                    public void subscribe(CoreSubscriber<? super Connection> actual) {
                        connect.subscribe(new ExchangeSubscriber(actual, TappedExchange.this));
                    }
                })
                .doOnRequest((request, connection) -> {
                    sending(request);
                    watch(connection.channel());
                });
    }

    private void watch(Channel channel) {
        ChannelHandler watcher = new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                received((HttpClientInfos) Objects.requireNonNull(ChannelOperations.get(channel)), message);
                context.fireChannelRead(message);
            }
        };
        if (channel.pipeline().get(WATCHER) == null) {
            channel.pipeline().addBefore(NettyPipeline.ReactiveBridge, WATCHER, watcher);
        } else {
            channel.pipeline().replace(WATCHER, WATCHER, watcher);
        }
    }

    @Override
    BodyTap requestTap() {
        return request;
    }

    @Override
    BodyTap responseTap(NettyResponse answer) {
        version = answer.protocolVersion();
        contentEncoding = answer.header("Content-Encoding");
        return response;
    }

    private static final class Nowhere implements SpanSink {
        @Override
        public void begin() {}

        @Override
        public void accept(Span span) {}
    }
}
