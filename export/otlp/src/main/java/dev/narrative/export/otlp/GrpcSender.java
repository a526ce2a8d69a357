package dev.narrative.export.otlp;

import dev.narrative.export.delivery.Reply;
import dev.narrative.export.delivery.Request;
import dev.narrative.export.delivery.Sender;
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
final class GrpcSender implements Sender {
    private static final long LONGEST_TIMEOUT_MILLIS = 99_999_999; // grpc-timeout has eight digits

    private final OtlpOptions options;
    private final GrpcConnection connection;
    private volatile @Nullable IOSession current;

    GrpcSender(OtlpOptions options) throws IOException {
        this.options = options;
        this.connection = new GrpcConnection(options);
    }

    @Override
    public Reply send(Request request, BodyStart bodyStart) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(options.timeoutMillis());
        IOSession session;
        try {
            session = connection.session(options.timeoutMillis());
            bodyStart.bodyStarts();
        } catch (SSLException e) {
            return new Reply.Later("no TLS connection (" + e.getMessage() + "); check " + OtlpSenders.CERTIFICATE_KEY
                    + " and whether the endpoint should be http://");
        } catch (IOException e) {
            return new Reply.Later("no connection (" + e.getMessage() + "); " + OtlpSenders.WHO_IS_THERE);
        }
        GrpcExchange exchange = new GrpcExchange(head(request), ByteBuffer.wrap(request.body()), request.gzip());
        current = session;
        connection.execute(session, exchange);
        return await(session, exchange, deadline);
    }

    @Override
    public long longestMillis() {
        return 3L * options.timeoutMillis();
    }

    @Override
    public void abort() {
        IOSession session = current;
        if (session != null) {
            connection.abandon(session);
        }
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
            return exchange.abandon(
                    "no answer within " + options.timeoutMillis() + " ms, see " + OtlpSenders.TIMEOUT_KEY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            connection.abandon(session);
            return exchange.abandon("interrupted while waiting for the answer");
        } catch (ExecutionException e) {
            connection.abandon(session);
            return exchange.abandon("the connection broke (" + e.getCause() + "); does gRPC listen there?");
        } finally {
            current = null;
        }
    }

    private BasicHttpRequest head(Request request) {
        URI endpoint = options.endpoint();
        BasicHttpRequest head =
                new BasicHttpRequest(Method.POST.name(), options.signal().grpcPath());
        head.setScheme(endpoint.getScheme());
        head.setAuthority(new URIAuthority(endpoint.getHost(), endpoint.getPort()));
        head.addHeader("te", "trailers");
        head.addHeader("content-type", "application/grpc");
        head.addHeader("user-agent", UserAgent.TEXT);
        head.addHeader("grpc-timeout", Math.min(options.timeoutMillis(), LONGEST_TIMEOUT_MILLIS) + "m");
        if (request.gzip()) {
            head.addHeader("grpc-encoding", "gzip");
        }
        options.headers().forEach(head::addHeader);
        return head;
    }
}
