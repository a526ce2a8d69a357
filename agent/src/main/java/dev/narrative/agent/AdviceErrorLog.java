package dev.narrative.agent;

import dev.narrative.core.log.AgentLog;
import java.util.function.Consumer;

/** Reports an error of the agent's own advice, once a minute for each place that it comes from. */
final class AdviceErrorLog implements Consumer<Throwable> {
    @Override
    public void accept(Throwable error) {
        StackTraceElement[] stack = error.getStackTrace();
        String place = stack.length == 0 ? "unknown place" : stack[0].toString();
        AgentLog.warnThrottled(
                "advice-" + error.getClass().getName() + place,
                "advice failed, the application is not affected; please report this: " + AgentLog.brief(error) + " at "
                        + place);
    }
}
