package dev.narrative.instrumentation.apache.httpclient5;

import dev.narrative.boot.Contexts;
import dev.narrative.instrumentation.http.BodyTap;
import java.io.IOException;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** What the application sends: its call begins with the request, and its body is seen as it is written. */
class TracedProducer implements AsyncRequestProducer {
    private final AsyncCall call;
    private final AsyncRequestProducer application;
    private @Nullable BodyTap tap;

    TracedProducer(AsyncCall call, AsyncRequestProducer application) {
        this.call = call;
        this.application = application;
    }

    final AsyncCall call() {
        return call;
    }

    @Override
    public final void sendRequest(RequestChannel channel, HttpContext context) throws HttpException, IOException {
        application.sendRequest(
                (request, entity, sending) -> {
                    call.begin(request);
                    send(request, entity, sending, channel);
                },
                context);
    }

    /** Hands the request to a client that copies it and sends it later, more than once where a redirect says so. */
    void send(HttpRequest request, @Nullable EntityDetails entity, HttpContext context, RequestChannel channel)
            throws HttpException, IOException {
        AsyncCall before = call.handOver();
        try {
            channel.sendRequest(request, entity, context);
        } finally {
            AsyncCall.handedOver(before);
        }
    }

    @Override
    public final boolean isRepeatable() {
        return application.isRepeatable();
    }

    @Override
    public final int available() {
        return application.available();
    }

    @Override
    public final void produce(DataStreamChannel channel) throws IOException {
        BodyTap seeing = tap;
        if (seeing == null) {
            seeing = call.requestTap();
            tap = seeing;
        }
        Object outer = call.enterCaller();
        try {
            application.produce(seeing == null ? channel : new TappedChannel(channel, seeing));
        } finally {
            Contexts.restore(outer);
        }
    }

    @Override
    public final void failed(Exception cause) {
        application.failed(cause);
    }

    /** The client also calls this before it sends the same body once more, which then is seen from its start. */
    @Override
    public final void releaseResources() {
        tap = null;
        application.releaseResources();
    }
}
