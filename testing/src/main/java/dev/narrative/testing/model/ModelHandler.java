package dev.narrative.testing.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;

/** Answers one request with the API that it is for. */
final class ModelHandler implements HttpHandler {
    private final StubModelServer server;
    private final Script script;

    ModelHandler(StubModelServer server, Script script) {
        this.server = server;
        this.script = script;
    }

    /** Leaves the exchange open when it fails: the server then drops the connection, which is what a cut is. */
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        ModelRequest request = ModelRequest.of(exchange);
        server.think(request);
        try {
            answer(exchange, request);
        } catch (Cut e) {
            throw e;
        } catch (IOException e) {
            server.abandoned();
            throw e;
        }
        exchange.close();
    }

    private void answer(HttpExchange exchange, ModelRequest request) throws IOException {
        Optional<ModelApi> found = ModelApis.serving(request, script.mistral());
        if (found.isEmpty()) {
            String message = "Invalid URL (" + request.method() + " " + request.path() + ")";
            ModelApi api = ModelApis.fallback();
            api.fail(request, new Failure(404, message), delivery(exchange, api, Fault.NONE));
            return;
        }
        ModelApi api = found.get();
        Prompt prompt;
        try {
            prompt = api.read(request);
        } catch (IllegalArgumentException e) {
            Failure failure = new Failure(400, String.valueOf(e.getMessage()));
            api.fail(request, failure, delivery(exchange, api, Fault.NONE));
            return;
        }
        Fault fault = script.takeFault();
        Delivery out = delivery(exchange, api, fault);
        switch (fault) {
            case SERVER_ERROR -> api.fail(request, Failure.SERVER_ERROR, out);
            case RATE_LIMIT -> api.fail(request, Failure.RATE_LIMIT, out.header("Retry-After", "1"));
            case BAD_REQUEST -> api.fail(request, Failure.BAD_REQUEST, out);
            default -> complete(api, prompt, fault, out);
        }
    }

    private void complete(ModelApi api, Prompt prompt, Fault fault, Delivery out) throws IOException {
        if (fault == Fault.ERROR_EVENT && !prompt.streaming()) {
            api.fail(prompt.request(), Failure.SERVER_ERROR, out);
        } else {
            api.answer(prompt, script.answerTo(prompt, fault), out);
        }
    }

    private Delivery delivery(HttpExchange exchange, ModelApi api, Fault fault) {
        return new Delivery(exchange, api, fault, script.quirks(), script.pace());
    }
}
