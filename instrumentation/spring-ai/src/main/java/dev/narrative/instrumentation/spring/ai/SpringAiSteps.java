package dev.narrative.instrumentation.spring.ai;

import dev.narrative.boot.TracedCall;
import dev.narrative.core.trace.Span;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import dev.narrative.instrumentation.llm.framework.Step;
import dev.narrative.model.AttributeNames;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.ChatModelCallAdvisor;
import org.springframework.ai.chat.client.advisor.ChatModelStreamAdvisor;
import org.springframework.ai.chat.client.advisor.SafeGuardAdvisor;
import org.springframework.ai.chat.client.advisor.api.Advisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.document.Document;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;

/** The spans of Spring AI's steps, each as the library's objects tell of it. */
final class SpringAiSteps {
    private static final String SCOPE = "narrative.spring-ai";

    /** What a memory advisor uses when nobody names a conversation: one for all callers. */
    private static final String NO_CONVERSATION = "default";

    private SpringAiSteps() {}

    static FrameworkSpan chatClient(ChatClientRequest request, @Nullable Span around) {
        FrameworkSpan span = FrameworkSpan.within(around, SCOPE, Step.CLIENT, "");
        Object conversation = request.context().get(ChatMemory.CONVERSATION_ID);
        if (conversation instanceof String id && !id.equals(NO_CONVERSATION)) {
            span.conversation(id);
        }
        return asked(span, request);
    }

    /** {@code null} for the advisor that stands at the end of every chain and only calls the model. */
    static @Nullable FrameworkSpan advisor(@Nullable Object next, ChatClientRequest request, @Nullable Span around) {
        if (!(next instanceof Advisor advisor)
                || next instanceof ChatModelCallAdvisor
                || next instanceof ChatModelStreamAdvisor) {
            return null;
        }
        Step step = advisor instanceof SafeGuardAdvisor ? Step.GUARDRAIL : Step.ADVISOR;
        return asked(FrameworkSpan.within(around, SCOPE, step, advisor.getName()), request);
    }

    static FrameworkSpan tool(ToolCallback tool, @Nullable String arguments) {
        ToolDefinition definition = tool.getToolDefinition();
        FrameworkSpan span = FrameworkSpan.within(Span.current(), SCOPE, Step.TOOL, definition.name());
        span.attributes().put(AttributeNames.GEN_AI_TOOL_TYPE, "function");
        String description = definition.description();
        if (description != null) {
            span.attributes().put(AttributeNames.GEN_AI_TOOL_DESCRIPTION, description);
        }
        return span.input(arguments);
    }

    /** Whether the current step is the manager's call of this tool. */
    static boolean isWithin(ToolCallback tool) {
        return FrameworkSpan.isCurrent(Step.TOOL, tool.getToolDefinition().name());
    }

    static FrameworkSpan retrieval(Object source, @Nullable String query) {
        String name = source.getClass().getSimpleName();
        return FrameworkSpan.within(Span.current(), SCOPE, Step.RETRIEVAL, name).input(query);
    }

    static void answered(FrameworkSpan span, @Nullable ChatClientResponse response) {
        if (response != null && span.keepsContent()) {
            span.output(Messages.of(response.chatResponse()));
        }
    }

    static void found(FrameworkSpan span, @Nullable List<Document> documents) {
        if (documents != null && span.keepsContent()) {
            span.output(documents.stream().map(Documents::of).toList());
        }
    }

    /** Ends a step with its thread's method, whatever becomes of what it tells. */
    static void exit(TracedCall call, Consumer<FrameworkSpan> tell, @Nullable Throwable error) {
        try {
            if (error == null) {
                tell.accept((FrameworkSpan) call);
            }
        } finally {
            call.exit(error);
        }
    }

    private static FrameworkSpan asked(FrameworkSpan span, ChatClientRequest request) {
        return span.keepsContent() ? span.input(Messages.of(request.prompt())) : span;
    }
}
