package dev.narrative.instrumentation.google.adk;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import com.google.adk.tools.BaseTool;
import com.google.adk.tools.ToolContext;
import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import io.reactivex.rxjava3.core.Maybe;
import java.util.List;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Tools that a model asks for, whoever wrote them: ADK calls them all from one place. */
final class ToolInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("com.google.adk.flows.llmflows.Functions");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("callTool").and(takesArgument(0, named("com.google.adk.tools.BaseTool"))), CallAdvice.class);
    }

    public static final class CallAdvice {
        private CallAdvice() {}

        /** Many tools do their work at once, and give back what is there already. */
        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.Argument(0) @Nullable BaseTool tool,
                @Advice.Argument(1) @Nullable Map<String, Object> arguments,
                @Advice.Argument(2) @Nullable ToolContext context) {
            if (tool == null) {
                return null;
            }
            FrameworkSpan span = AdkSteps.tool(tool, arguments, context);
            span.enter();
            return span;
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        @Advice.AssignReturned.ToReturned
        public static @Nullable Maybe<Map<String, Object>> exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable Maybe<Map<String, Object>> result,
                @Advice.Thrown @Nullable Throwable error) {
            if (!(call instanceof FrameworkSpan span)) {
                return result;
            }
            if (error != null || result == null) {
                span.exit(error);
                return result;
            }
            span.leave();
            span.goOn();
            return new TracedMaybe(result, span);
        }
    }
}
