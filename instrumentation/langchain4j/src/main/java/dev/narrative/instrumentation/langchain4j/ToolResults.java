package dev.narrative.instrumentation.langchain4j;

import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import dev.narrative.model.StatusCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Results of tools as the library's later versions have them. */
final class ToolResults {
    private ToolResults() {}

    static void end(FrameworkSpan span, Object returned) {
        if (returned instanceof ToolExecutionResult result) {
            if (span.keepsContent()) {
                ToolCalls.result(span, value(result));
            }
            if (result.isError() && span.status() != StatusCode.ERROR) {
                span.fail((String) null);
            }
        } else if (returned instanceof ToolExecutionResultMessage message && span.keepsContent()) {
            ToolCalls.result(span, message.text());
        }
    }

    /** The object, where there is one: its text is only made when the model shall read it. */
    private static @Nullable Object value(ToolExecutionResult result) {
        if (result.result() != null) {
            return result.result();
        }
        List<Content> contents = result.resultContents();
        return contents.size() == 1 && contents.get(0) instanceof TextContent text ? text.text() : null;
    }
}
