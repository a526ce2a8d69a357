package dev.narrative.instrumentation.langchain4j;

import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import java.util.List;

/** LangChain4j 1.0 and later, and its agents of 1.10 and later. */
public final class LangChain4jInstrumentationModule implements InstrumentationModule {
    @Override
    public String name() {
        return "langchain4j";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return List.of(
                new AiServiceInstrumentation(),
                new WorkflowInstrumentation(),
                new AgentInvokerInstrumentation(),
                new TokenStreamInstrumentation(),
                new AnswerHandlerInstrumentation(),
                new ChatModelInstrumentation(),
                new StreamingChatModelInstrumentation(),
                new ListeningHandlerInstrumentation(),
                new EmbeddingModelInstrumentation(),
                new ToolServiceInstrumentation(),
                new ToolExecutorInstrumentation(),
                new RetrieverInstrumentation(),
                new AugmentorInstrumentation(),
                new AggregatorInstrumentation(),
                new EmbeddingStoreInstrumentation(),
                new GuardrailInstrumentation());
    }
}
