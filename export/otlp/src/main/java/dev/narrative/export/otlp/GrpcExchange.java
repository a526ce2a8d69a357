package dev.narrative.export.otlp;

import dev.narrative.export.delivery.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** One gRPC call: a message out, at most one message and a status back. Called on the connection's thread. */
final class GrpcExchange implements AsyncClientExchangeHandler {
    private static final int PREFIX = 5;
    private static final int READ_AT_MOST = 64 * 1024;

    private final HttpRequest head;
    private final ByteBuffer prefix;
    private final ByteBuffer message;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable HttpResponse response;
    private volatile boolean sent;
    private volatile boolean abandoned;

    GrpcExchange(HttpRequest head, ByteBuffer message, boolean compressed) {
        this.head = head;
        this.message = message;
        this.prefix = ByteBuffer.allocate(PREFIX)
                .put((byte) (compressed ? 1 : 0))
                .putInt(message.remaining())
                .flip();
    }

    CompletableFuture<Reply> reply() {
        return reply;
    }

    /** Gives up waiting: when the whole message had gone out, nobody knows whether it was taken. */
    Reply abandon(String reason) {
        abandoned = true;
        return sent ? new Reply.Ambiguous(reason) : new Reply.Later(reason);
    }

    @Override
    public void produceRequest(RequestChannel channel, HttpContext context) throws HttpException, IOException {
        channel.sendRequest(head, new BasicEntityDetails(prefix.remaining() + message.remaining(), null), context);
    }

    @Override
    public int available() {
        return prefix.remaining() + message.remaining();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        if (abandoned) {
            throw new IOException("abandoned");
        }
        if (prefix.hasRemaining()) {
            channel.write(prefix);
        }
        if (!prefix.hasRemaining() && message.hasRemaining()) {
            channel.write(message);
        }
        if (available() == 0 && !sent) {
            sent = true;
            channel.endStream();
        }
    }

    @Override
    public void consumeInformation(HttpResponse information, HttpContext context) {}

    @Override
    public void consumeResponse(HttpResponse answer, @Nullable EntityDetails entity, HttpContext context) {
        response = answer;
        if (entity == null) {
            reply.complete(GrpcReply.of(answer, List.of(), new byte[0]));
        }
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(READ_AT_MOST);
    }

    @Override
    public void consume(ByteBuffer source) throws IOException {
        if (body.size() + source.remaining() > READ_AT_MOST) {
            throw new IOException("the answer is longer than " + READ_AT_MOST + " bytes");
        }
        byte[] bytes = new byte[source.remaining()];
        source.get(bytes);
        body.write(bytes);
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
        if (response != null) {
            reply.complete(GrpcReply.of(response, trailers == null ? List.of() : trailers, body.toByteArray()));
        }
    }

    @Override
    public void failed(Exception cause) {
        reply.completeExceptionally(cause);
    }

    @Override
    public void cancel() {
        failed(new IOException("cancelled"));
    }

    /** Every call ends here: when nothing else was said, the stream was cut. */
    @Override
    public void releaseResources() {
        failed(new IOException("it ended without an answer"));
    }
}
