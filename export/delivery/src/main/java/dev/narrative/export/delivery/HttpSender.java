package dev.narrative.export.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 on the JDK's plain connection: no class of ours or of a library comes with it, a streamed body of known
 * length keeps the JDK from repeating a request or following a redirect on its own, and a kept connection that the
 * destination has closed meanwhile is noticed before a byte goes out.
 */
public final class HttpSender implements Sender {
    private final Map<String, HttpTarget> targets;
    private final HttpSettings settings;
    private final @Nullable SSLSocketFactory tls;
    private volatile @Nullable HttpURLConnection current;
    private volatile boolean closed;

    /**
     * A sender that connects with the first request.
     *
     * @param targets by the names that requests bear
     * @throws IOException when the certificate can't be read
     */
    public HttpSender(Map<String, HttpTarget> targets, HttpSettings settings) throws IOException {
        this.targets = Map.copyOf(targets);
        this.settings = settings;
        this.tls = settings.certificate() == null
                ? null
                : PemTrust.context(settings.certificate(), settings.certificateKey())
                        .getSocketFactory();
    }

    @Override
    public Reply send(Request request, BodyStart bodyStart) {
        HttpTarget target = targets.get(request.target());
        if (target == null) {
            return new Reply.Refused("nothing is known of " + HttpAnswer.printable(request.target()));
        }
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.timeoutMillis());
        HttpURLConnection connection;
        try {
            connection = prepare(target, request);
            current = connection;
            if (closed) {
                return new Reply.Later("closed");
            }
            connection.connect();
            bodyStart.bodyStarts();
        } catch (SSLException e) {
            return new Reply.Later("no TLS connection (" + e.getMessage() + "); check " + settings.certificateKey()
                    + " and whether the endpoint should be http://");
        } catch (IOException e) {
            return new Reply.Later("no connection (" + e.getMessage() + "); " + settings.whoIsThere());
        }
        try {
            return exchange(connection, request, target, deadline);
        } finally {
            current = null;
        }
    }

    /** Connecting, waiting, and time for a body, which Java lets hang for as long as it likes. */
    @Override
    public long longestMillis() {
        return 3L * settings.timeoutMillis();
    }

    @Override
    public void abort() {
        HttpURLConnection connection = current;
        if (connection != null) {
            connection.disconnect();
        }
    }

    @Override
    public void close() {
        closed = true;
        abort();
    }

    private Reply exchange(HttpURLConnection connection, Request request, HttpTarget target, long deadline) {
        try {
            write(connection, request.body());
        } catch (IOException e) {
            connection.disconnect();
            return new Reply.Ambiguous("the connection broke while the request went out (" + e.getMessage() + ")");
        }
        try {
            return target.reader().read(answer(connection, deadline));
        } catch (SocketTimeoutException e) {
            connection.disconnect();
            return new Reply.Ambiguous(
                    "no answer within " + settings.timeoutMillis() + " ms, see " + settings.timeoutKey());
        } catch (IOException e) {
            connection.disconnect();
            return new Reply.Ambiguous("the connection broke before the answer (" + e.getMessage() + ")");
        }
    }

    private HttpURLConnection prepare(HttpTarget target, Request request) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) target.url().openConnection();
        if (tls != null && connection instanceof HttpsURLConnection https) {
            https.setSSLSocketFactory(tls);
        }
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setUseCaches(false);
        connection.setInstanceFollowRedirects(false);
        connection.setFixedLengthStreamingMode(request.body().length);
        connection.setConnectTimeout(settings.timeoutMillis());
        connection.setReadTimeout(settings.timeoutMillis());
        connection.setRequestProperty("Content-Type", request.contentType());
        connection.setRequestProperty("Accept", request.contentType());
        if (request.gzip()) {
            connection.setRequestProperty("Content-Encoding", "gzip");
        }
        for (Map.Entry<String, String> header : target.headers().entrySet()) {
            connection.setRequestProperty(header.getKey(), header.getValue());
        }
        return connection;
    }

    private static void write(HttpURLConnection connection, byte[] body) throws IOException {
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
    }

    private static HttpAnswer answer(HttpURLConnection connection, long deadline) throws IOException {
        int status = connection.getResponseCode();
        AnswerBody body = body(connection, status, deadline);
        if (!body.isComplete()) {
            connection.disconnect();
        }
        return new HttpAnswer(status, connection.getContentType(), body.bytes(), RetryAfter.millis(connection));
    }

    /** A status says enough: a body that breaks off does not change what became of the request. */
    private static AnswerBody body(HttpURLConnection connection, int status, long deadline) {
        try (InputStream in = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            return AnswerBody.read(in, deadline);
        } catch (IOException e) {
            return AnswerBody.broken();
        }
    }
}
