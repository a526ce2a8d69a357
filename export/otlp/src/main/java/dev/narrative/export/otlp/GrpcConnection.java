package dev.narrative.export.otlp;

import dev.narrative.export.delivery.PemTrust;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.nio.command.RequestExecutionCommand;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.http2.impl.nio.ClientH2PrefaceHandler;
import org.apache.hc.core5.http2.impl.nio.ClientH2StreamMultiplexerFactory;
import org.apache.hc.core5.http2.ssl.H2ClientTlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.DefaultConnectingIOReactor;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.ssl.TransportSecurityLayer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** One HTTP/2 connection to the collector and the thread that serves it. */
final class GrpcConnection implements Closeable {
    private final HttpHost host;
    private final @Nullable TlsStrategy tls;
    private final DefaultConnectingIOReactor reactor;
    private @Nullable IOSession current;

    GrpcConnection(OtlpOptions options) throws IOException {
        URI endpoint = options.endpoint();
        int port = endpoint.getPort() > 0 ? endpoint.getPort() : options.tls() ? 443 : 80;
        this.host = new HttpHost(endpoint.getScheme(), endpoint.getHost(), port);
        this.tls = options.tls() ? tls(options) : null;
        this.reactor = reactor();
        reactor.start();
    }

    /** The open connection, or a new one. */
    IOSession session(int timeoutMillis) throws IOException {
        if (current == null || !current.isOpen()) {
            current = await(connect(Timeout.ofMilliseconds(timeoutMillis)), timeoutMillis);
        }
        return current;
    }

    void execute(IOSession session, GrpcExchange exchange) {
        session.enqueue(new RequestExecutionCommand(exchange, HttpCoreContext.create()), Command.Priority.NORMAL);
        if (!session.isOpen()) {
            exchange.failed(new IOException("it was closed meanwhile"));
        }
    }

    /** Closes a connection that can't be trusted any more. */
    void abandon(IOSession session) {
        session.close(CloseMode.IMMEDIATE);
    }

    @Override
    public void close() {
        reactor.close(CloseMode.IMMEDIATE);
    }

    private CompletableFuture<IOSession> connect(Timeout timeout) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host.getHostName(), host.getPort());
        if (address.isUnresolved()) {
            throw new UnknownHostException("unknown host " + host.getHostName());
        }
        CompletableFuture<IOSession> ready = new CompletableFuture<>();
        reactor.connect(host, address, null, timeout, null, new Completion<IOSession>(ready) {
            @Override
            public void completed(IOSession session) {
                if (tls != null && session instanceof TransportSecurityLayer secured) {
                    tls.upgrade(secured, host, null, timeout, new Completion<TransportSecurityLayer>(ready) {
                        @Override
                        public void completed(TransportSecurityLayer done) {
                            ready.complete(session);
                        }
                    });
                } else {
                    ready.complete(session);
                }
            }
        });
        return ready;
    }

    private static IOSession await(CompletableFuture<IOSession> ready, int timeoutMillis) throws IOException {
        try {
            return ready.get(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("not established within " + timeoutMillis + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        }
    }

    private static TlsStrategy tls(OtlpOptions options) throws IOException {
        return options.certificate() == null
                ? new H2ClientTlsStrategy()
                : new H2ClientTlsStrategy(PemTrust.context(options.certificate(), OtlpSenders.CERTIFICATE_KEY));
    }

    private static DefaultConnectingIOReactor reactor() {
        H2Config config = H2Config.custom().setPushEnabled(false).build();
        ClientH2StreamMultiplexerFactory streams = new ClientH2StreamMultiplexerFactory(
                new DefaultHttpProcessor(new HttpRequestInterceptor[0]), null, config, null, null);
        IOReactorConfig io = IOReactorConfig.custom()
                .setIoThreadCount(1)
                .setSoKeepAlive(true)
                .build();
        return new DefaultConnectingIOReactor(
                (session, attachment) -> new ClientH2PrefaceHandler(session, streams, true, null),
                io,
                GrpcConnection::thread,
                null,
                null,
                null,
                null);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "narrative-otlp-grpc");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }
}
