package dev.narrative.instrumentation.apache.httpclient5;

import dev.narrative.instrumentation.http.HttpClientSpan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** One hop of a call, whose request gets the trace's headers when it is written. */
final class TracedHandler implements AsyncClientExchangeHandler {
    private final HttpClientSpan span;
    private final AsyncClientExchangeHandler client;

    TracedHandler(HttpClientSpan span, AsyncClientExchangeHandler client) {
        this.span = span;
        this.client = client;
    }

    @Override
    public void produceRequest(RequestChannel channel, HttpContext context) throws HttpException, IOException {
        client.produceRequest(
                (request, entity, sending) -> WireHeaders.send(span, request, entity, sending, channel), context);
    }

    @Override
    public int available() {
        return client.available();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        client.produce(channel);
    }

    @Override
    public void consumeInformation(HttpResponse response, HttpContext context) throws HttpException, IOException {
        client.consumeInformation(response, context);
    }

    @Override
    public void consumeResponse(HttpResponse response, @Nullable EntityDetails entity, HttpContext context)
            throws HttpException, IOException {
        client.consumeResponse(response, entity, context);
    }

    @Override
    public void updateCapacity(CapacityChannel capacity) throws IOException {
        client.updateCapacity(capacity);
    }

    @Override
    public void consume(ByteBuffer source) throws IOException {
        client.consume(source);
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) throws HttpException, IOException {
        client.streamEnd(trailers);
    }

    @Override
    public void failed(Exception cause) {
        client.failed(cause);
    }

    @Override
    public void cancel() {
        client.cancel();
    }

    @Override
    public void releaseResources() {
        client.releaseResources();
    }
}
