package dev.narrative.instrumentation.reactor.netty;

import dev.narrative.boot.Contexts;
import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.HttpClientSpan;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientInfos;
import reactor.netty.http.client.HttpClientResponse;
import reactor.util.context.ContextView;

/**
 * One request from its subscription to the end of its response, over all its attempts: redirects, and the retry that the
 * client makes when a pooled connection turns out to be dead. Only the attempt whose response the application gets
 * counts for how it ends.
 */
class Exchange {
    /** Its key in the subscriber's context, in which it travels from one attempt to the next. */
    static final Object KEY = Exchange.class;

    private final HttpClientSpan span;
    private final boolean hostIsKnown;
    private final @Nullable Object context = Contexts.current();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable BodyTap sent;
    private volatile @Nullable BodyTap received;
    private volatile @Nullable NettyResponse response;
    private @Nullable HttpContent wholeBody;

    /**
     * To be made where the request is, outside of its span.
     *
     * @param hostIsKnown whether the span knows where the first attempt will go
     */
    Exchange(HttpClientSpan span, boolean hostIsKnown) {
        this.span = span;
        this.hostIsKnown = hostIsKnown;
    }

    static @Nullable Exchange of(ContextView context) {
        return context.<@Nullable Exchange>getOrDefault(KEY, null);
    }

    @Nullable
    BodyTap requestTap() {
        return span.requestTap();
    }

    @Nullable
    BodyTap responseTap(NettyResponse answer) {
        return span.responseTap(answer);
    }

    /** What was current when the request was made: the application's callbacks run in it. */
    @Nullable
    Object context() {
        return context;
    }

    /** An attempt is about to write its headers. */
    void sending(HttpClientInfos attempt) {
        NettyHeaders headers = new NettyHeaders(attempt.requestHeaders());
        if (hostIsKnown && attempt.redirectedFrom().length == 0) {
            span.inject(headers);
        } else {
            Redirects.inject(span, attempt.resourceUrl(), headers);
        }
        BodyTap tap = attempt.isWebsocket() ? null : requestTap();
        if (tap != null) {
            sent = tap;
            RequestBody.tap(((Connection) attempt).channel().pipeline(), tap);
        }
    }

    /** A message came in, before the client looks at it. One may be the whole response at once. */
    void received(HttpClientInfos attempt, Object message) {
        if (isAnswer(attempt)) {
            show(message);
        } else if (message instanceof HttpResponse) {
            wholeBody = message instanceof HttpContent content ? content : null;
        }
    }

    /** The application is about to get the response; redirects and repeated attempts do not come here. */
    void answered(HttpClientResponse answer) {
        NettyResponse known = new NettyResponse(answer);
        HttpContent whole = wholeBody;
        wholeBody = null;
        if (answer.isWebsocket()) {
            end(known, null);
            return;
        }
        received = responseTap(known);
        response = known;
        if (whole != null) {
            show(whole);
        }
    }

    /** The request got no response. */
    void failed(Throwable error) {
        BodyTap request = sent;
        if (request != null) {
            request.fail(error);
        }
        end(response, NettyErrors.cause(error));
        BodyTap body = received;
        if (body != null) {
            body.fail(error);
        }
    }

    /** An attempt broke off; without a response the client may try once more. */
    void failed(HttpClientInfos attempt, Throwable error) {
        if (isAnswer(attempt)) {
            failed(error);
        }
    }

    /** The application cancelled the subscription, which after the response means nothing. */
    void cancelled() {
        if (response == null && !ended.get()) {
            failed(new CancellationException("cancelled before the response"));
        }
    }

    /** Nobody waits for the rest of an attempt's response. */
    void abandoned(HttpClientInfos attempt) {
        if (isAnswer(attempt)) {
            end(response, null);
            BodyTap body = received;
            if (body != null) {
                body.cancel();
            }
        }
    }

    private boolean isAnswer(HttpClientInfos attempt) {
        NettyResponse known = response;
        return known != null && known.response() == attempt;
    }

    private void show(Object message) {
        BodyTap body = received;
        if (body != null) {
            TappedBuffers.show(message, body);
        }
        if (message instanceof LastHttpContent last && last.decoderResult().isSuccess()) {
            end(response, null);
            if (body != null) {
                body.complete();
            }
        }
    }

    private void end(@Nullable NettyResponse known, @Nullable Throwable error) {
        if (ended.compareAndSet(false, true)) {
            span.end(known, error);
        }
    }
}
