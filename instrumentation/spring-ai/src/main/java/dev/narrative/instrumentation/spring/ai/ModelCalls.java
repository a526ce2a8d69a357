package dev.narrative.instrumentation.spring.ai;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.trace.Span;
import dev.narrative.instrumentation.llm.ModelApi;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.instrumentation.llm.ModelSpan;
import dev.narrative.model.TokenUsage;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.observation.ChatModelObservationContext;
import org.springframework.ai.chat.prompt.ChatOptions;

/** A model's call as Spring AI knows it. The wire tells more and comes first; not every client's wire is read. */
final class ModelCalls {
    private ModelCalls() {}

    /** @return {@code null} within the same call: some models observe each attempt in a method of its own */
    static @Nullable ModelSpan begin(ChatModelObservationContext context) {
        ModelApi api = ModelApi.ofFramework(
                "chat", provider(context.getOperationMetadata().provider()));
        Span around = Span.current();
        if (around instanceof ModelSpan outer && outer.includes(api)) {
            return null;
        }
        ModelSpan span = ModelSpan.begin(AgentRuntime.tracer(), api, around);
        ChatOptions options = context.getRequest().getOptions();
        span.call().requestModel(options == null ? null : options.getModel());
        return span;
    }

    /** OpenTelemetry's name of a provider. */
    static String provider(String name) {
        return switch (name) {
            case "azure-openai" -> "azure.ai.openai";
            case "bedrock_converse" -> "aws.bedrock";
            case "google_genai" -> "gcp.gemini";
            case "openai_sdk" -> "openai";
            case "vertex_ai" -> "gcp.vertex_ai";
            default -> name;
        };
    }

    static void complete(ModelSpan span, @Nullable ChatResponse response) {
        ChatResponseMetadata metadata = response == null ? null : response.getMetadata();
        if (metadata == null || span.call().responseModel() != null) {
            return;
        }
        ModelCall call = span.call();
        call.responseModel(metadata.getModel());
        call.responseId(metadata.getId());
        Usage usage = metadata.getUsage();
        if (call.usage() == null && usage != null && usage.getPromptTokens() != null) {
            long input = usage.getPromptTokens();
            long output = usage.getCompletionTokens() == null ? 0 : usage.getCompletionTokens();
            if (input + output > 0) {
                call.usage(TokenUsage.ofTotals(input, 0, 0, output, 0));
            }
        }
    }
}
