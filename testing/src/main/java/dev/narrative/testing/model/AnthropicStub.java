package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Anthropic's {@code /v1/messages}, and {@code :rawPredict} of Vertex, where the path names the model. */
final class AnthropicStub implements ModelApi {
    private static final String REQUEST_ID = "req_narrative";
    private static final Pattern ON_VERTEX =
            Pattern.compile(".*/publishers/anthropic/models/([^/:]+):(rawPredict|streamRawPredict)");

    @Override
    public boolean serves(String path) {
        return path.endsWith("/v1/messages") || ON_VERTEX.matcher(path).matches();
    }

    @Override
    public Prompt read(ModelRequest request) {
        JsonNode body = Json.parse(request.body());
        require(body.path("max_tokens").isInt(), "max_tokens");
        Matcher onVertex = ON_VERTEX.matcher(request.path());
        if (onVertex.matches()) {
            return read(onVertex.group(1), onVertex.group(2).startsWith("stream"), request, body);
        }
        require(body.path("model").isTextual(), "model");
        return read(body.path("model").textValue(), body.path("stream").asBoolean(false), request, body);
    }

    /** Reads a body that leaves the model to the path, as it does at Bedrock. */
    static Prompt read(String model, boolean streaming, ModelRequest request, JsonNode body) {
        require(body.path("messages").isArray(), "messages");
        List<JsonNode> messages = new ArrayList<>();
        if (body.has("system")) {
            messages.add(body.path("system"));
        }
        body.path("messages").forEach(messages::add);
        return Prompt.of(model, streaming, request, body, messages);
    }

    @Override
    public void answer(Prompt prompt, Answer answer, Delivery out) throws IOException {
        AnthropicWire wire = new AnthropicWire(prompt, answer);
        out.header("request-id", REQUEST_ID).header("anthropic-organization-id", "narrative");
        if (prompt.streaming()) {
            out.stream(ServerSentEvents.withNames(), answer.pieces().count(), wire::events);
        } else {
            out.document(wire.message());
        }
    }

    @Override
    public void fail(ModelRequest request, Failure failure, Delivery out) throws IOException {
        ObjectNode error = error(type(failure.status()), failure.message());
        out.header("request-id", REQUEST_ID).error(failure.status(), error.put("request_id", REQUEST_ID));
    }

    @Override
    public void failLate(EventSink events) throws IOException {
        events.event("error", error("overloaded_error", "Overloaded"));
    }

    private static ObjectNode error(String type, String message) {
        ObjectNode root = Json.object().put("type", "error");
        root.putObject("error").put("type", type).put("message", message);
        return root;
    }

    private static String type(int status) {
        return switch (status) {
            case 404 -> "not_found_error";
            case 429 -> "rate_limit_error";
            case 500 -> "api_error";
            default -> "invalid_request_error";
        };
    }

    private static void require(boolean there, String field) {
        if (!there) {
            throw new IllegalArgumentException(field + ": Field required");
        }
    }
}
