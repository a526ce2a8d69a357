package dev.narrative.instrumentation.apache.httpclient5;

import dev.narrative.boot.AdviceErrors;
import java.io.IOException;
import java.net.URISyntaxException;
import org.apache.hc.client5.http.async.methods.ConfigurableHttpRequest;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** What the application sends by a minimal client, which makes no copy of the request: the trace's headers go into one. */
final class MinimalProducer extends TracedProducer {
    MinimalProducer(AsyncCall call, AsyncRequestProducer application) {
        super(call, application);
    }

    @Override
    void send(HttpRequest request, @Nullable EntityDetails entity, HttpContext context, RequestChannel channel)
            throws HttpException, IOException {
        HttpRequest sent = request;
        try {
            if (call().span() != null) {
                HttpRequest copy = copy(request);
                if (WireHeaders.inject(call().span(), copy) != null) {
                    sent = copy;
                }
            }
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
        }
        channel.sendRequest(sent, entity, context);
    }

    private static HttpRequest copy(HttpRequest request) throws URISyntaxException {
        ConfigurableHttpRequest copy = new ConfigurableHttpRequest(request.getMethod(), request.getUri());
        copy.setScheme(request.getScheme());
        copy.setAuthority(request.getAuthority());
        copy.setPath(request.getPath());
        copy.setVersion(request.getVersion());
        copy.setHeaders(request.getHeaders());
        if (request instanceof Configurable configurable) {
            copy.setConfig(configurable.getConfig());
        }
        return copy;
    }
}
