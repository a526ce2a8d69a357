package dev.narrative.instrumentation.http;

import dev.narrative.core.trace.RemoteParent;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.Tracer;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.SpanKind;
import dev.narrative.model.masking.Masking;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One HTTP request that a server answers. */
public final class HttpServerSpan extends Span {
    private static final int FIRST_ERROR = 500;
    private static final int MAX_USER_AGENT = 500;

    private final String scope;
    private final String method;
    private final String scheme;
    private final String path;
    private final @Nullable String query;
    private final @Nullable String protocolVersion;
    private final @Nullable String clientAddress;
    private final @Nullable String authority;
    private final @Nullable String userAgent;
    private @Nullable String route;
    private int status;

    HttpServerSpan(Tracer tracer, String scope, HttpServerRequest request, RemoteParent remote) {
        super(tracer, HttpMethods.spanName(request.method()), remote, false);
        this.scope = scope;
        this.method = request.method();
        this.scheme = request.scheme();
        this.path = request.path();
        this.query = request.query();
        this.protocolVersion = request.protocolVersion();
        this.clientAddress = request.clientAddress();
        this.authority = first(request.values("Host"));
        this.userAgent = first(request.values("User-Agent"));
        route(request.route());
    }

    /** Names the span after the pattern that chose the handler, once that is known. */
    public void route(@Nullable String pattern) {
        if (pattern != null && !pattern.equals(route)) {
            route = pattern;
            rename(HttpMethods.spanName(method) + " " + pattern);
        }
    }

    /**
     * Makes the span the current one of another thread, or of this one once more.
     *
     * @return {@code null} when this thread is within the span already, or the span has ended
     */
    public @Nullable HttpServerScope resume() {
        if (hasEnded()) {
            return null;
        }
        for (Span around = Span.current(); around != null; around = around.parent()) {
            if (around.equals(this)) {
                return null;
            }
        }
        return new HttpServerScope(this, false);
    }

    /**
     * Ends the request.
     *
     * @param newStatus the status code; 0 or less when the connection was dropped without one
     */
    public void end(int newStatus, @Nullable Throwable error) {
        if (hasEnded()) {
            return;
        }
        status = newStatus;
        if (error != null) {
            fail(HttpErrors.cause(error));
        } else if (newStatus >= FIRST_ERROR) {
            fail((String) null);
            attributes().put(AttributeNames.ERROR_TYPE, Integer.toString(newStatus));
        }
        end();
    }

    @Override
    public SpanKind kind() {
        return SpanKind.SERVER;
    }

    @Override
    public String scope() {
        return scope;
    }

    @Override
    protected void visitConstants(AttributeVisitor visitor) {
        HttpMethods.visit(method, visitor);
        visitor.string(AttributeNames.URL_SCHEME, scheme);
        visitor.string(AttributeNames.URL_PATH, Masking.mask(path));
        if (query != null) {
            visitor.string(AttributeNames.URL_QUERY, Masking.maskQuery(query));
        }
        if (route != null) {
            visitor.string(AttributeNames.HTTP_ROUTE, route);
        }
        Authority.visit(authority, scheme, visitor);
        if (clientAddress != null) {
            visitor.string(AttributeNames.CLIENT_ADDRESS, clientAddress);
        }
        if (userAgent != null) {
            visitor.string(AttributeNames.USER_AGENT_ORIGINAL, Masking.maskStart(userAgent, MAX_USER_AGENT));
        }
        if (status > 0) {
            visitor.integer(AttributeNames.HTTP_RESPONSE_STATUS_CODE, status);
        }
        if (protocolVersion != null) {
            visitor.string(AttributeNames.NETWORK_PROTOCOL_VERSION, protocolVersion);
        }
    }

    private static @Nullable String first(List<String> values) {
        return values.isEmpty() ? null : values.get(0);
    }
}
