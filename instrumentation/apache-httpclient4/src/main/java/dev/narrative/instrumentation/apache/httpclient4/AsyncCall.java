package dev.narrative.instrumentation.apache.httpclient4;

import dev.narrative.instrumentation.http.AsyncClientCall;
import org.apache.http.protocol.HttpContext;

/** One call that the client's reactor completes. */
final class AsyncCall extends AsyncClientCall {
    private final HttpContext context;

    /** @param context where the client says to which host each hop goes */
    AsyncCall(HttpContext context) {
        super(Calls.INSTRUMENTER);
        this.context = context;
    }

    HttpContext context() {
        return context;
    }
}
