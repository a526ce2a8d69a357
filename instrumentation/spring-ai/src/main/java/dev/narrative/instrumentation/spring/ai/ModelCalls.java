package dev.narrative.instrumentation.spring.ai;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.trace.Span;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.instrumentation.llm.ModelSpan;
import dev.narrative.model.TokenUsage;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;

/** A model's call as Spring AI knows it. The wire tells more and comes first; not every client's wire is read. */
final class ModelCalls {
    private ModelCalls() {}

    static ModelSpan begin(Prompt prompt) {
        ChatOptions options = prompt.getOptions();
        String model = options == null ? null : options.getModel();
        ModelSpan span =
                ModelSpan.begin(AgentRuntime.tracer(), model == null ? "chat" : "chat " + model, Span.current());
        span.call().requestModel(model);
        return span;
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
