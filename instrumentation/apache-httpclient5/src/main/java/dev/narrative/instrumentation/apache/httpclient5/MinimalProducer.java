package dev.narrative.instrumentation.apache.httpclient5;

import java.io.IOException;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** What the application sends by a minimal client, which asks for it when it is connected and writes it as it is. */
final class MinimalProducer extends TracedProducer {
    MinimalProducer(AsyncCall call, AsyncRequestProducer application) {
        super(call, application);
    }

    @Override
    void send(HttpRequest request, @Nullable EntityDetails entity, HttpContext context, RequestChannel channel)
            throws HttpException, IOException {
        WireHeaders.send(call().span(), request, entity, context, channel);
    }
}
