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
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import dev.narrative.instrumentation.llm.framework.Step;
import dev.narrative.model.AttributeNames;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The spans of ADK's steps, each as the library's objects tell of it. */
final class AdkSteps {
    private static final String SCOPE = "narrative.google-adk";

    private AdkSteps() {}

    static FrameworkSpan invocation(Runner runner, Session session, @Nullable Content message, @Nullable Span around) {
        FrameworkSpan span = FrameworkSpan.within(around, SCOPE, Step.WORKFLOW, runner.appName());
        span.conversation(session.id());
        String user = session.userId();
        if (user != null && span.correlation().user() == null) {
            span.correlate(new Correlation(null, null, user, null));
        }
        return asked(span, message);
    }

    static FrameworkSpan agent(BaseAgent agent, InvocationContext context, @Nullable Span around) {
        FrameworkSpan span = FrameworkSpan.within(around, SCOPE, Step.AGENT, agent.name());
        span.conversation(context.session().id());
        return asked(span, context.userContent().orElse(null));
    }

    static FrameworkSpan tool(BaseTool tool, @Nullable Map<String, Object> arguments, @Nullable ToolContext context) {
        FrameworkSpan span = FrameworkSpan.within(Span.current(), SCOPE, Step.TOOL, tool.name());
        span.attributes().put(AttributeNames.GEN_AI_TOOL_TYPE, "function");
        if (tool.description() != null) {
            span.attributes().put(AttributeNames.GEN_AI_TOOL_DESCRIPTION, tool.description());
        }
        if (context != null) {
            context.functionCallId().ifPresent(id -> span.attributes().put(AttributeNames.GEN_AI_TOOL_CALL_ID, id));
        }
        return span.keepsContent() ? span.input(Plain.of(arguments)) : span;
    }

    /** Keeps the last word: what an agent says before it calls a tool is not yet its answer. */
    static void said(FrameworkSpan span, Event event) {
        if (span.keepsContent() && event.finalResponse()) {
            event.content().map(Content::text).filter(text -> !text.isEmpty()).ifPresent(span::output);
        }
    }

    /** A tool's result, which says so itself when ADK has caught what the tool threw. */
    static void returned(FrameworkSpan span, Map<String, Object> result) {
        if (!(Plain.of(result) instanceof LinkedHashMap<?, ?> plain)) {
            return;
        }
        span.output(plain);
        if ("error".equals(plain.get("status"))) {
            span.fail(plain.get("message") instanceof String message ? message : null);
        }
    }

    private static FrameworkSpan asked(FrameworkSpan span, @Nullable Content message) {
        return message == null || !span.keepsContent() ? span : span.input(message.text());
    }
}
