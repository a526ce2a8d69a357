package dev.narrative.instrumentation.langchain4j;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.response.EmbeddingResponse;
import dev.langchain4j.model.output.Response;
import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.ModelSpan;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * The interface of all embedding models, and those implementations that have the method of old, for many texts, in
 * themselves.
 */
final class EmbeddingModelInstrumentation implements TypeInstrumentation {
    private static final String RESPONSE = "dev.langchain4j.model.output.Response";

    @Override
    public List<String> types() {
        return List.of(
                "dev.langchain4j.model.embedding.EmbeddingModel",
                "dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel",
                "dev.langchain4j.model.openai.OpenAiEmbeddingModel",
                "dev.langchain4j.model.openaiofficial.OpenAiOfficialEmbeddingModel",
                "dev.langchain4j.model.azure.AzureOpenAiEmbeddingModel",
                "dev.langchain4j.model.ollama.OllamaEmbeddingModel",
                "dev.langchain4j.model.mistralai.MistralAiEmbeddingModel",
                "dev.langchain4j.model.cohere.CohereEmbeddingModel",
                "dev.langchain4j.model.googleai.GoogleAiEmbeddingModel",
                "dev.langchain4j.model.vertexai.VertexAiEmbeddingModel",
                "dev.langchain4j.model.bedrock.BedrockTitanEmbeddingModel",
                "dev.langchain4j.model.bedrock.BedrockCohereEmbeddingModel",
                "dev.langchain4j.model.jina.JinaEmbeddingModel",
                "dev.langchain4j.model.voyageai.VoyageAiEmbeddingModel",
                "dev.langchain4j.model.watsonx.WatsonxEmbeddingModel",
                "dev.langchain4j.model.huggingface.HuggingFaceEmbeddingModel");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("embed")
                        .and(takesArgument(0, named("dev.langchain4j.data.segment.TextSegment")))
                        .and(returns(named(RESPONSE)))
                        .and(not(isBridge())),
                EmbedAdvice.class);
        weaving.advise(
                named("embedAll")
                        .and(isPublic())
                        .and(takesArguments(List.class))
                        .and(returns(named(RESPONSE)))
                        .and(not(isAbstract())),
                EmbedAllAdvice.class);
        weaving.advise(
                named("embed").and(takesArgument(0, named("dev.langchain4j.model.embedding.request.EmbeddingRequest"))),
                RequestAdvice.class);
    }

    public static final class EmbedAdvice {
        private EmbedAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter() {
            return LangChain4jSingletons.begin(EmbeddingCalls.API);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Argument(0) @Nullable TextSegment text,
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable Response<?> response,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                EmbeddingCalls.end((ModelSpan) call, text == null ? List.of() : List.of(text), response, error);
            }
        }
    }

    public static final class EmbedAllAdvice {
        private EmbedAllAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter() {
            return LangChain4jSingletons.begin(EmbeddingCalls.API);
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Argument(0) @Nullable List<?> texts,
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable Response<?> response,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                EmbeddingCalls.end((ModelSpan) call, texts == null ? List.of() : texts, response, error);
            }
        }
    }

    public static final class RequestAdvice {
        private RequestAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(@Advice.This EmbeddingModel model) {
            return LangChain4jSingletons.begin(EmbeddingRequests.api(model));
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Argument(0) @Nullable EmbeddingRequest request,
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable EmbeddingResponse response,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                EmbeddingRequests.end((ModelSpan) call, request, response, error);
            }
        }
    }
}
