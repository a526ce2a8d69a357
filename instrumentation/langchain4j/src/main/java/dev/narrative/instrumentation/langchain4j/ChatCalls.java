package dev.narrative.instrumentation.langchain4j;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.narrative.instrumentation.llm.ModelApi;
import dev.narrative.instrumentation.llm.ModelCall;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chat calls as the library's own objects tell them. The wire knows better where there is one. */
final class ChatCalls {
    private ChatCalls() {}

    static ModelApi api(ChatModel model) {
        return ModelApi.ofFramework("chat", provider(model.provider()));
    }

    static ModelApi api(StreamingChatModel model) {
        return ModelApi.ofFramework("chat", provider(model.provider()));
    }

    /** @param defaults what the model puts where the request says nothing */
    static void describe(ModelCall call, @Nullable ChatRequest request, @Nullable ChatRequestParameters defaults) {
        if (defaults != null) {
            call.requestModel(defaults.modelName());
        }
        if (request == null) {
            return;
        }
        ChatRequestParameters parameters = request.parameters();
        if (parameters != null) {
            call.requestModel(parameters.modelName());
        }
        request.messages().forEach(message -> ChatMessages.input(call, message));
    }

    static void describe(ModelCall call, @Nullable ChatResponse response) {
        if (response == null) {
            return;
        }
        if (response.aiMessage() != null) {
            ChatMessages.output(call, response.aiMessage());
        }
        ChatResponseMetadata metadata = response.metadata();
        if (metadata != null) {
            call.responseId(metadata.id());
            call.responseModel(metadata.modelName());
            call.finish(0, reason(metadata.finishReason()));
            usage(call, metadata.tokenUsage());
        }
    }

    static void usage(ModelCall call, @Nullable TokenUsage usage) {
        if (usage != null && (usage.inputTokenCount() != null || usage.outputTokenCount() != null)) {
            call.usage(dev.narrative.model.TokenUsage.ofTotals(
                    orNone(usage.inputTokenCount()), 0, 0, orNone(usage.outputTokenCount()), 0));
        }
    }

    /** OpenTelemetry's name of a provider. */
    static @Nullable String provider(@Nullable ModelProvider provider) {
        if (provider == null) {
            return null;
        }
        return switch (provider.name()) {
            case "OTHER" -> null;
            case "OPEN_AI" -> "openai";
            case "AMAZON_BEDROCK" -> "aws.bedrock";
            case "AZURE_OPEN_AI", "MICROSOFT_FOUNDRY" -> "azure.ai.openai";
            case "GITHUB_MODELS" -> "azure.ai.inference";
            case "GOOGLE_AI_GEMINI", "GOOGLE_GENAI" -> "gcp.gemini";
            case "GOOGLE_VERTEX_AI_GEMINI", "GOOGLE_VERTEX_AI_ANTHROPIC" -> "gcp.vertex_ai";
            case "WATSONX" -> "ibm.watsonx.ai";
            default -> provider.name().toLowerCase(Locale.ROOT);
        };
    }

    private static @Nullable String reason(@Nullable FinishReason reason) {
        if (reason == null) {
            return null;
        }
        return reason == FinishReason.TOOL_EXECUTION
                ? "tool_calls"
                : reason.name().toLowerCase(Locale.ROOT);
    }

    private static long orNone(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
