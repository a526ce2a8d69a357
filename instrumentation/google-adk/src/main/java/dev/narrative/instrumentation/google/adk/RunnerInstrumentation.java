package dev.narrative.instrumentation.google.adk;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import com.google.adk.events.Event;
import com.google.adk.runner.Runner;
import com.google.adk.sessions.Session;
import com.google.genai.types.Content;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import io.reactivex.rxjava3.core.Flowable;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** A runner's invocation, which all of its methods come to: one message of a user's, and everything that follows. */
final class RunnerInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("com.google.adk.runner.Runner");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("runAsyncImpl").and(takesArgument(0, named("com.google.adk.sessions.Session"))), RunAdvice.class);
        weaving.advise(
                named("runLiveImpl").and(takesArgument(0, named("com.google.adk.sessions.Session"))), LiveAdvice.class);
    }

    public static final class RunAdvice {
        private RunAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToReturned
        public static @Nullable Flowable<Event> exit(
                @Advice.This Runner runner,
                @Advice.Argument(0) Session session,
                @Advice.Argument(1) @Nullable Content message,
                @Advice.Return @Nullable Flowable<Event> events) {
            return events == null
                    ? null
                    : new TracedFlowable(events, around -> AdkSteps.invocation(runner, session, message, around));
        }
    }

    public static final class LiveAdvice {
        private LiveAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToReturned
        public static @Nullable Flowable<Event> exit(
                @Advice.This Runner runner,
                @Advice.Argument(0) Session session,
                @Advice.Return @Nullable Flowable<Event> events) {
            return events == null
                    ? null
                    : new TracedFlowable(events, around -> AdkSteps.invocation(runner, session, null, around));
        }
    }
}
