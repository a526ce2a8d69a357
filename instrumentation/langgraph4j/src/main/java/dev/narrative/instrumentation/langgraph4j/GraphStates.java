package dev.narrative.instrumentation.langgraph4j;

import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bsc.langgraph4j.NodeOutput;
import org.bsc.langgraph4j.action.Command;
import org.bsc.langgraph4j.state.AgentState;
import org.jspecify.annotations.Nullable;

/** States of graphs, copied from the library's views of them so that they can be shown. */
final class GraphStates {
    private GraphStates() {}

    /** A copy of the outermost level; {@code null} where contents are not kept. */
    static @Nullable Map<String, Object> copy(@Nullable Map<String, Object> values, FrameworkSpan span) {
        return values == null || !span.keepsContent() ? null : new LinkedHashMap<>(values);
    }

    static @Nullable Map<String, Object> copy(@Nullable AgentState state, FrameworkSpan span) {
        return state == null || !span.keepsContent() ? null : new LinkedHashMap<>(state.data());
    }

    /** Where an edge leads, with what it puts into the state if that is anything; {@code null} where contents are not kept. */
    static @Nullable Object copy(Command decision, FrameworkSpan span) {
        if (!span.keepsContent()) {
            return null;
        }
        String next = decision.gotoNodeSafe().orElse("");
        Map<String, Object> update = new LinkedHashMap<>(decision.update());
        return update.isEmpty() ? next : Map.of("goto", next, "update", update);
    }

    /** What a run came to: the last state, or why it was interrupted. */
    @SuppressWarnings("unchecked") // maps of the library have strings as keys
    static @Nullable Object result(@Nullable Object value, FrameworkSpan span) {
        if (value instanceof NodeOutput<?> output) {
            return copy(output.state(), span);
        }
        return value instanceof Map<?, ?> map ? copy((Map<String, Object>) map, span) : null;
    }
}
