package dev.narrative.instrumentation.apache.httpclient4;

import dev.narrative.boot.Contexts;
import dev.narrative.instrumentation.http.BodyTap;
import java.io.IOException;
import org.apache.http.HttpException;
import org.apache.http.HttpResponse;
import org.apache.http.nio.ContentDecoder;
import org.apache.http.nio.IOControl;
import org.apache.http.nio.protocol.HttpAsyncResponseConsumer;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * What the application does with the response, in the context in which it made the call. The span ends before anybody
 * gets the result.
 *
 * @param <T> the result
 */
final class TracedConsumer<T> implements HttpAsyncResponseConsumer<T> {
    private final AsyncCall call;
    private final HttpAsyncResponseConsumer<T> application;
    private volatile @Nullable BodyTap tap;

    TracedConsumer(AsyncCall call, HttpAsyncResponseConsumer<T> application) {
        this.call = call;
        this.application = application;
    }

    @Override
    public void responseReceived(HttpResponse response) throws IOException, HttpException {
        tap = call.answered(new ApacheResponse(response), response.getEntity() != null);
        Object outer = call.enterCaller();
        try {
            application.responseReceived(response);
        } finally {
            Contexts.restore(outer);
        }
    }

    @Override
    public void consumeContent(ContentDecoder decoder, IOControl control) throws IOException {
        BodyTap seeing = tap;
        Object outer = call.enterCaller();
        try {
            application.consumeContent(seeing == null ? decoder : new TappedDecoder(decoder, seeing), control);
        } finally {
            Contexts.restore(outer);
        }
    }

    @Override
    public void responseCompleted(HttpContext context) {
        BodyTap seeing = tap;
        if (seeing != null) {
            seeing.complete();
        }
        Object outer = call.enterCaller();
        try {
            application.responseCompleted(context);
        } finally {
            Contexts.restore(outer);
            call.end(application.getException());
        }
    }

    @Override
    public void failed(Exception error) {
        BodyTap seeing = tap;
        if (seeing != null) {
            seeing.fail(error);
        }
        call.end(error);
        Object outer = call.enterCaller();
        try {
            application.failed(error);
        } finally {
            Contexts.restore(outer);
        }
    }

    @Override
    public @Nullable Exception getException() {
        return application.getException();
    }

    @Override
    public @Nullable T getResult() {
        return application.getResult();
    }

    @Override
    public boolean isDone() {
        return application.isDone();
    }

    @Override
    public boolean cancel() {
        call.cancelled();
        return application.cancel();
    }

    @Override
    public void close() throws IOException {
        BodyTap seeing = tap;
        if (seeing != null) {
            seeing.cancel();
        }
        application.close();
    }
}
