package dev.narrative.instrumentation.http;

import dev.narrative.core.propagation.HeaderSetter;
import dev.narrative.core.propagation.Propagation;
import dev.narrative.core.trace.RemoteParent;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.Tracer;
import dev.narrative.instrumentation.llm.ModelExchange;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Masking;
import dev.narrative.model.SpanKind;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request of a client, redirects included. It keeps what the request says in fields of its own, so that the
 * calling thread pays for no attribute before the span is written.
 */
public final class HttpClientSpan extends Span {
    private static final int FIRST_ERROR = 400;

    private final String scope;
    private final String method;
    private final String url;
    private final @Nullable String host;
    private final int port;
    private final @Nullable ModelExchange exchange;
    private @Nullable TappedOutputStream tapped;
    private @Nullable Thread thread;
    private int status;
    private @Nullable String protocolVersion;

    HttpClientSpan(
            Tracer tracer, String scope, HttpClientRequest request, Span parent, @Nullable ModelExchange exchange) {
        super(tracer, HttpMethods.spanName(request.method()), parent, false);
        this.scope = scope;
        this.method = request.method();
        this.url = request.url();
        this.host = request.host();
        this.port = request.port();
        this.exchange = exchange;
    }

    HttpClientSpan(Tracer tracer, String scope, HttpClientRequest request, RemoteParent none) {
        super(tracer, HttpMethods.spanName(request.method()), none, false);
        this.scope = scope;
        this.method = request.method();
        this.url = request.url();
        this.host = request.host();
        this.port = request.port();
        this.exchange = null;
    }

    void begin() {
        thread = Thread.currentThread();
        enter();
    }

    /** Whether this is the thread that began the request and has not left it. */
    boolean isRunningHere() {
        return thread == Thread.currentThread() && !hasEnded();
    }

    /** Writes the headers of this span, unless its host may not be told. */
    public void inject(HeaderSetter headers) {
        Propagation propagation = Propagation.current();
        if (propagation.reaches(host)) {
            propagation.inject(this, headers);
        }
    }

    /** Whether anybody asks for the bytes of this request and its response. */
    public boolean hasBodyTaps() {
        return exchange != null;
    }

    /**
     * What sees the bytes of the request's body, asked for each time that it is written.
     *
     * @return {@code null} when nobody asks for them, so that the body need not be wrapped
     */
    public @Nullable BodyTap requestTap() {
        return exchange == null ? null : ModelTap.ofRequest(exchange);
    }

    /** A request's body whose bytes are seen; the same one for the same stream, which may be asked for again. */
    public OutputStream tapped(OutputStream body) {
        TappedOutputStream known = tapped;
        if (known != null && known.isOf(body)) {
            return known;
        }
        BodyTap tap = requestTap();
        if (tap == null) {
            return body;
        }
        TappedOutputStream made = new TappedOutputStream(body, tap);
        tapped = made;
        return made;
    }

    /**
     * What sees the bytes of the response's body, asked for once, when its headers are there. The span itself may end
     * before the body does.
     *
     * @return {@code null} when nobody asks for them, so that the body need not be wrapped
     */
    public @Nullable BodyTap responseTap(HttpClientResponse response) {
        return exchange == null ? null : ModelTap.ofAnswer(exchange, response);
    }

    /** Leaves the span to be ended by another call, maybe on another thread. */
    public void detach() {
        thread = null;
        leave();
        goOn();
        if (exchange != null) {
            exchange.span().goOn();
        }
    }

    /** Makes the span the current one again after {@link #detach}; false when it is that already, or has ended. */
    public boolean resume() {
        if (isRunningHere() || hasEnded()) {
            return false;
        }
        begin();
        return true;
    }

    /** Ends the request. Both may be absent: then nobody learnt how it went. */
    public void end(@Nullable HttpClientResponse response, @Nullable Throwable error) {
        thread = null;
        leave();
        if (hasEnded()) {
            return;
        }
        if (response != null) {
            status = response.status();
            protocolVersion = response.protocolVersion();
        }
        if (error != null) {
            fail(HttpErrors.cause(error));
        } else if (status >= FIRST_ERROR) {
            fail((String) null);
            attributes().put(AttributeNames.ERROR_TYPE, Integer.toString(status));
        }
        end();
        if (exchange != null) {
            exchange.requestEnded(status, error == null ? null : HttpErrors.cause(error));
        }
    }

    @Override
    public SpanKind kind() {
        return SpanKind.CLIENT;
    }

    @Override
    public String scope() {
        return scope;
    }

    @Override
    protected void visitConstants(AttributeVisitor visitor) {
        HttpMethods.visit(method, visitor);
        visitor.string(AttributeNames.URL_FULL, Masking.mask(url));
        if (host != null) {
            visitor.string(AttributeNames.SERVER_ADDRESS, host);
            visitor.integer(AttributeNames.SERVER_PORT, port >= 0 ? port : url.startsWith("https") ? 443 : 80);
        }
        if (status > 0) {
            visitor.integer(AttributeNames.HTTP_RESPONSE_STATUS_CODE, status);
        }
        if (protocolVersion != null) {
            visitor.string(AttributeNames.NETWORK_PROTOCOL_VERSION, protocolVersion);
        }
    }
}
