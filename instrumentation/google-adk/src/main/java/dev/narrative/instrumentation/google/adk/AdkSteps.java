package dev.narrative.instrumentation.google.adk;

import com.google.adk.agents.BaseAgent;
import com.google.adk.agents.InvocationContext;
import com.google.adk.events.Event;
import com.google.adk.runner.Runner;
import com.google.adk.sessions.Session;
import com.google.adk.tools.BaseTool;
import com.google.adk.tools.ToolContext;
import com.google.genai.types.Content;
import dev.narrative.core.trace.Correlation;
import dev.narrative.core.trace.Span;
import dev.narrative.instrumentation.llm.StepKind;
import dev.narrative.instrumentation.llm.StepSpan;
import dev.narrative.model.AttributeNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The spans of ADK's steps, each as the library's objects tell of it. */
final class AdkSteps {
    private static final String SCOPE = "narrative.google-adk";

    private AdkSteps() {}

    static StepSpan invocation(Runner runner, Session session, @Nullable Content message, @Nullable Span around) {
        StepSpan span = StepSpan.begin(StepKind.WORKFLOW, runner.appName(), SCOPE, around);
        span.conversation(session.id());
        String user = session.userId();
        if (user != null && span.correlation().user() == null) {
            span.correlate(new Correlation(null, null, user, null));
        }
        return asked(span, message);
    }

    static StepSpan agent(BaseAgent agent, InvocationContext context, @Nullable Span around) {
        StepSpan span = StepSpan.begin(StepKind.AGENT, agent.name(), SCOPE, around);
        span.attributes().put(AttributeNames.GEN_AI_AGENT_NAME, agent.name());
        span.conversation(context.session().id());
        return asked(span, context.userContent().orElse(null));
    }

    static StepSpan tool(BaseTool tool, @Nullable Map<String, Object> arguments, @Nullable ToolContext context) {
        StepSpan span = StepSpan.begin(StepKind.TOOL, tool.name(), SCOPE, Span.current());
        span.attributes()
                .put(AttributeNames.GEN_AI_TOOL_NAME, tool.name())
                .put(AttributeNames.GEN_AI_TOOL_TYPE, "function");
        if (tool.description() != null) {
            span.attributes().put(AttributeNames.GEN_AI_TOOL_DESCRIPTION, tool.description());
        }
        if (context != null) {
            context.functionCallId().ifPresent(id -> span.attributes().put(AttributeNames.GEN_AI_TOOL_CALL_ID, id));
        }
        return span.keepsContent() ? span.input(Plain.of(arguments)) : span;
    }

    /** Keeps the last word: what an agent says before it calls a tool is not yet its answer. */
    static void said(StepSpan span, Event event) {
        if (span.keepsContent() && event.finalResponse()) {
            event.content().map(Content::text).filter(text -> !text.isEmpty()).ifPresent(span::output);
        }
    }

    private static StepSpan asked(StepSpan span, @Nullable Content message) {
        return message == null || !span.keepsContent() ? span : span.input(message.text());
    }
}
