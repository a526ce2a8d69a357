package dev.narrative.instrumentation.apache.httpclient5;

import dev.narrative.boot.Contexts;
import dev.narrative.instrumentation.http.BodyTap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * What the application does with the response, in the context in which it made the call. The span ends before anybody
 * gets the result.
 *
 * @param <T> the result
 */
final class TracedConsumer<T> implements AsyncResponseConsumer<T> {
    private final AsyncCall call;
    private final AsyncResponseConsumer<T> application;
    private volatile @Nullable BodyTap tap;

    TracedConsumer(AsyncCall call, AsyncResponseConsumer<T> application) {
        this.call = call;
        this.application = application;
    }

    @Override
    public void consumeResponse(
            HttpResponse response, @Nullable EntityDetails entity, HttpContext context, FutureCallback<T> result)
            throws HttpException, IOException {
        tap = call.answered(new ApacheResponse(response), entity != null);
        Object outer = call.enterCaller();
        try {
            application.consumeResponse(response, entity, context, new TracedCallback<>(call, result));
        } finally {
            Contexts.restore(outer);
        }
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) throws HttpException, IOException {
        application.informationResponse(response, context);
    }

    @Override
    public void updateCapacity(CapacityChannel capacity) throws IOException {
        application.updateCapacity(capacity);
    }

    /** Seen first: the application has to take all of it, and many leave the buffer's position where it was. */
    @Override
    public void consume(ByteBuffer source) throws IOException {
        BodyTap seeing = tap;
        if (seeing != null) {
            seeing.bytes(source);
        }
        Object outer = call.enterCaller();
        try {
            application.consume(source);
        } finally {
            Contexts.restore(outer);
        }
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) throws HttpException, IOException {
        BodyTap seeing = tap;
        if (seeing != null) {
            seeing.complete();
        }
        Object outer = call.enterCaller();
        try {
            application.streamEnd(trailers);
        } finally {
            Contexts.restore(outer);
        }
    }

    @Override
    public void failed(Exception cause) {
        BodyTap seeing = tap;
        if (seeing != null) {
            seeing.fail(cause);
        }
        call.end(cause);
        Object outer = call.enterCaller();
        try {
            application.failed(cause);
        } finally {
            Contexts.restore(outer);
        }
    }

    @Override
    public void releaseResources() {
        BodyTap seeing = tap;
        if (seeing != null) {
            seeing.cancel();
        }
        application.releaseResources();
    }
}
