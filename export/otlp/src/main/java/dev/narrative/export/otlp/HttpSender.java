package dev.narrative.export.otlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * OTLP/HTTP on the JDK's plain connection: no class of ours or of a library comes with it, and a streamed body of known
 * length keeps the JDK from repeating a request or following a redirect on its own.
 */
final class HttpSender implements OtlpSender {
    private final OtlpOptions options;
    private final URL url;
    private final @Nullable SSLSocketFactory tls;
    private final @Nullable Gzip gzip;
    private volatile @Nullable HttpURLConnection current;
    private volatile boolean closed;

    HttpSender(OtlpOptions options) throws IOException {
        this.options = options;
        this.url = options.endpoint().toURL();
        this.tls = options.certificate() == null
                ? null
                : PemTrust.context(options.certificate()).getSocketFactory();
        this.gzip = options.gzip() ? new Gzip() : null;
    }

    @Override
    public Reply send(ByteBuffer request) {
        ByteBuffer body = gzip == null ? request : gzip.compress(request);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(options.timeoutMillis());
        HttpURLConnection connection;
        try {
            connection = prepare(body.remaining());
            current = connection;
            if (closed) {
                return new Reply.Refused("the exporter was closed");
            }
            connection.connect();
        } catch (SSLException e) {
            return new Reply.Refused("no TLS connection (" + e.getMessage()
                    + "); check otel.exporter.otlp.certificate and whether the endpoint should be http://");
        } catch (IOException e) {
            return new Reply.Later("no connection (" + e.getMessage() + "); is a collector running there?");
        }
        try {
            write(connection, body);
            return read(connection, deadline);
        } catch (SocketTimeoutException e) {
            connection.disconnect();
            return new Reply.Refused("no answer within " + options.timeoutMillis()
                    + " ms; not sent again, since the collector may have taken it (otel.exporter.otlp.timeout)");
        } catch (IOException e) {
            connection.disconnect();
            return new Reply.Later("the connection broke (" + e.getMessage() + ")");
        } finally {
            current = null;
        }
    }

    @Override
    public void close() {
        closed = true;
        HttpURLConnection connection = current;
        if (connection != null) {
            connection.disconnect();
        }
    }

    private HttpURLConnection prepare(int length) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        if (tls != null && connection instanceof HttpsURLConnection https) {
            https.setSSLSocketFactory(tls);
        }
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setUseCaches(false);
        connection.setInstanceFollowRedirects(false);
        connection.setFixedLengthStreamingMode(length);
        connection.setConnectTimeout(options.timeoutMillis());
        connection.setReadTimeout(options.timeoutMillis());
        connection.setRequestProperty("Content-Type", "application/x-protobuf");
        connection.setRequestProperty("Accept", "application/x-protobuf");
        connection.setRequestProperty("User-Agent", UserAgent.TEXT);
        if (gzip != null) {
            connection.setRequestProperty("Content-Encoding", "gzip");
        }
        for (Map.Entry<String, String> header : options.headers().entrySet()) {
            connection.setRequestProperty(header.getKey(), header.getValue());
        }
        return connection;
    }

    private static void write(HttpURLConnection connection, ByteBuffer body) throws IOException {
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.array(), body.arrayOffset() + body.position(), body.remaining());
        }
    }

    private Reply read(HttpURLConnection connection, long deadline) throws IOException {
        int status = connection.getResponseCode();
        Answer answer = Answer.of(connection.getContentType(), body(connection, status, deadline));
        if (!answer.body().complete()) {
            connection.disconnect();
        }
        return HttpReply.of(status, answer, RetryAfter.millis(connection));
    }

    /** A status says enough: a body that breaks off does not change what became of the request. */
    private static Answer.Body body(HttpURLConnection connection, int status, long deadline) {
        try (InputStream in = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            return Answer.read(in, deadline);
        } catch (IOException e) {
            return new Answer.Body(new byte[0], false);
        }
    }
}
