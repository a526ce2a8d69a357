package dev.narrative.export.otlp;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.reactor.IOSession;
import org.jspecify.annotations.Nullable;

/** OTLP/gRPC: unary calls, one at a time, over one HTTP/2 connection that is opened again when it is gone. */
final class GrpcSender implements OtlpSender {
    private static final long LONGEST_TIMEOUT_MILLIS = 99_999_999; // grpc-timeout has eight digits

    private final OtlpOptions options;
    private final GrpcConnection connection;
    private final @Nullable Gzip gzip;

    GrpcSender(OtlpOptions options) throws IOException {
        this.options = options;
        this.connection = new GrpcConnection(options);
        this.gzip = options.gzip() ? new Gzip() : null;
    }

    @Override
    public Reply send(ByteBuffer request) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(options.timeoutMillis());
        IOSession session;
        try {
            session = connection.session(options.timeoutMillis());
        } catch (SSLException e) {
            return new Reply.Refused("no TLS connection (" + e.getMessage()
                    + "); check otel.exporter.otlp.certificate and whether the endpoint should be http://");
        } catch (IOException e) {
            return new Reply.Later("no connection (" + e.getMessage() + "); is a collector running there?");
        }
        ByteBuffer message = gzip == null ? request.duplicate() : gzip.compress(request);
        GrpcExchange exchange = new GrpcExchange(head(), message, gzip != null);
        connection.execute(session, exchange);
        return await(session, exchange, deadline);
    }

    @Override
    public void close() {
        connection.close();
    }

    private Reply await(IOSession session, GrpcExchange exchange, long deadline) {
        try {
            return exchange.reply().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            connection.abandon(session);
            return exchange.abandon(options.timeoutMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            connection.abandon(session);
            exchange.abandon(0);
            return new Reply.Refused("interrupted while waiting for the answer");
        } catch (ExecutionException e) {
            connection.abandon(session);
            return new Reply.Later("the connection broke (" + e.getCause() + "); does gRPC listen there?");
        }
    }

    private BasicHttpRequest head() {
        URI endpoint = options.endpoint();
        BasicHttpRequest head =
                new BasicHttpRequest(Method.POST.name(), options.signal().grpcPath());
        head.setScheme(endpoint.getScheme());
        head.setAuthority(new URIAuthority(endpoint.getHost(), endpoint.getPort()));
        head.addHeader("te", "trailers");
        head.addHeader("content-type", "application/grpc");
        head.addHeader("user-agent", UserAgent.TEXT);
        head.addHeader("grpc-timeout", Math.min(options.timeoutMillis(), LONGEST_TIMEOUT_MILLIS) + "m");
        if (gzip != null) {
            head.addHeader("grpc-encoding", "gzip");
        }
        options.headers().forEach(head::addHeader);
        return head;
    }
}
