package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What OpenAI's APIs have in common: errors, headers, and Azure's paths, in which a deployment stands for the model.
 */
abstract class OpenAiApi implements ModelApi {
    /** A deployment's name says nothing of the model behind it. */
    static final String MODEL_BEHIND_DEPLOYMENT = "gpt-4o-2024-08-06";

    private static final Pattern DEPLOYMENT = Pattern.compile("/openai/deployments/([^/]+)/.*");

    @Override
    public final void fail(ModelRequest request, Failure failure, Delivery out) throws IOException {
        headers(request, out).error(failure.status(), error(request, failure));
    }

    @Override
    public void failLate(EventSink events) throws IOException {
        events.event("error", error(Failure.SERVER_ERROR));
    }

    /** The model that answers, dated as OpenAI dates them. */
    static String model(Prompt prompt, Answer answer) {
        return answer.modelOr(
                isDeployment(prompt.request()) ? MODEL_BEHIND_DEPLOYMENT : prompt.model() + "-2024-07-18");
    }

    static boolean isDeployment(ModelRequest request) {
        return DEPLOYMENT.matcher(request.path()).matches();
    }

    /** @throws IllegalArgumentException when no model is named, neither here nor in the path */
    static String requestedModel(ModelRequest request, JsonNode body) {
        Matcher deployment = DEPLOYMENT.matcher(request.path());
        if (deployment.matches()) {
            return deployment.group(1);
        }
        if (!body.path("model").isTextual()) {
            throw new IllegalArgumentException("you must provide a model parameter");
        }
        return body.path("model").textValue();
    }

    static Delivery headers(ModelRequest request, Delivery out) {
        if (isDeployment(request)) {
            out.header("apim-request-id", "narrative").header("x-ms-region", "Sweden Central");
        }
        return out.header("openai-version", "2020-10-01").header("x-request-id", "req_narrative");
    }

    private static ObjectNode error(ModelRequest request, Failure failure) {
        if (!isDeployment(request)) {
            return error(failure);
        }
        String code = failure.status() == 404 ? "DeploymentNotFound" : Integer.toString(failure.status());
        return Json.nested("error", Json.object().put("code", code).put("message", failure.message()));
    }

    private static ObjectNode error(Failure failure) {
        ObjectNode error = Json.object().put("message", failure.message());
        error.put("type", type(failure)).putNull("param").put("code", code(failure));
        return Json.nested("error", error);
    }

    private static String type(Failure failure) {
        return switch (failure.status()) {
            case 429 -> "requests";
            case 500 -> "server_error";
            default -> "invalid_request_error";
        };
    }

    private static String code(Failure failure) {
        return switch (failure.status()) {
            case 404 -> "unknown_url";
            case 429 -> "rate_limit_exceeded";
            case 500 -> "internal_error";
            default -> "invalid_request";
        };
    }
}
