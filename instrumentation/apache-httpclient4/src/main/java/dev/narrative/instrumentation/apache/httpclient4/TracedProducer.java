package dev.narrative.instrumentation.apache.httpclient4;

import dev.narrative.boot.Contexts;
import dev.narrative.instrumentation.http.BodyTap;
import java.io.IOException;
import org.apache.http.HttpException;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.nio.ContentEncoder;
import org.apache.http.nio.IOControl;
import org.apache.http.nio.protocol.HttpAsyncRequestProducer;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** What the application sends: its call begins with the request, and its body is seen as it is written. */
final class TracedProducer implements HttpAsyncRequestProducer {
    private final AsyncCall call;
    private final HttpAsyncRequestProducer application;
    private @Nullable BodyTap tap;

    TracedProducer(AsyncCall call, HttpAsyncRequestProducer application) {
        this.call = call;
        this.application = application;
    }

    /** Adds the call's headers to the client's copy of the request, once for each hop. */
    void inject(HttpRequest hop) {
        WireHeaders.inject(call.span(), hop, call.context());
    }

    @Override
    public @Nullable HttpHost getTarget() {
        return application.getTarget();
    }

    @Override
    public @Nullable HttpRequest generateRequest() throws IOException, HttpException {
        HttpRequest request = application.generateRequest();
        if (request != null && call.span() == null) {
            call.begin(new ApacheRequest(request, application.getTarget()));
        }
        return request;
    }

    @Override
    public void produceContent(ContentEncoder encoder, IOControl control) throws IOException {
        BodyTap seeing = tap;
        if (seeing == null) {
            seeing = call.requestTap();
            tap = seeing;
        }
        Object outer = call.enterCaller();
        try {
            application.produceContent(seeing == null ? encoder : new TappedEncoder(encoder, seeing), control);
        } finally {
            Contexts.restore(outer);
        }
    }

    @Override
    public void requestCompleted(HttpContext context) {
        application.requestCompleted(context);
    }

    @Override
    public void failed(Exception error) {
        application.failed(error);
    }

    @Override
    public boolean isRepeatable() {
        return application.isRepeatable();
    }

    /** The client is done with the body, or about to send it once more, which then is seen from its start. */
    @Override
    public void resetRequest() throws IOException {
        tap = null;
        application.resetRequest();
    }

    @Override
    public void close() throws IOException {
        application.close();
    }
}
