package dev.narrative.instrumentation.spring.ai;

import static net.bytebuddy.matcher.ElementMatchers.isSynthetic;
import static net.bytebuddy.matcher.ElementMatchers.nameContains;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;

import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.ModelSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.observation.ChatModelObservationContext;

/**
 * One call of a model with its retries: what each model hands to its observation. The method around it goes on to run
 * tools and to call the model again, which are steps of their own.
 */
final class ChatModelInstrumentation implements TypeInstrumentation {
    private static final String AI = "org.springframework.ai.";

    @Override
    public List<String> types() {
        return List.of(
                AI + "anthropic.AnthropicChatModel",
                AI + "azure.openai.AzureOpenAiChatModel",
                AI + "bedrock.converse.BedrockProxyChatModel",
                AI + "deepseek.DeepSeekChatModel",
                AI + "google.genai.GoogleGenAiChatModel",
                AI + "minimax.MiniMaxChatModel",
                AI + "mistralai.MistralAiChatModel",
                AI + "ollama.OllamaChatModel",
                AI + "openai.OpenAiChatModel",
                AI + "openaisdk.OpenAiSdkChatModel",
                AI + "vertexai.gemini.VertexAiGeminiChatModel",
                AI + "zhipuai.ZhiPuAiChatModel");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                isSynthetic()
                        .and(nameContains("all$"))
                        .and(returns(named(AI + "chat.model.ChatResponse")))
                        .and(method -> method.getParameters().stream().anyMatch(parameter -> parameter
                                .getType()
                                .getTypeName()
                                .equals(AI + "chat.observation.ChatModelObservationContext"))),
                CallAdvice.class);
    }

    public static final class CallAdvice {
        private CallAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(@Advice.AllArguments Object[] arguments) {
            for (Object argument : arguments) {
                if (argument instanceof ChatModelObservationContext context) {
                    ModelSpan span = ModelCalls.begin(context);
                    if (span != null) {
                        span.enter();
                    }
                    return span;
                }
            }
            return null;
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable ChatResponse response,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                try {
                    ModelCalls.complete((ModelSpan) call, response);
                } finally {
                    call.exit(error);
                }
            }
        }
    }
}
