package dev.narrative.instrumentation.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.narrative.instrumentation.llm.Message;
import dev.narrative.instrumentation.llm.ModelCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The library's messages in the kit's form. What is no text in them is left out. */
final class ChatMessages {
    private ChatMessages() {}

    static void input(ModelCall call, ChatMessage message) {
        if (message instanceof SystemMessage system) {
            call.system().text(system.text());
        } else if (message instanceof UserMessage user) {
            user.contents().forEach(new Texts(call.input("user"))::add);
        } else if (message instanceof AiMessage answer) {
            write(answer, call.input("assistant"));
        } else if (message instanceof ToolExecutionResultMessage result) {
            call.input("tool").toolResult(result.id(), result.text());
        }
    }

    static void output(ModelCall call, AiMessage message) {
        write(message, call.output(0));
    }

    /** The text of a message, {@code null} when it has none or more than that. */
    static @Nullable String text(@Nullable ChatMessage message) {
        if (message instanceof UserMessage user) {
            return user.hasSingleText() ? user.singleText() : null;
        }
        return message instanceof AiMessage answer ? answer.text() : null;
    }

    private static void write(AiMessage message, Message to) {
        to.text(message.text());
        List<ToolExecutionRequest> calls = message.toolExecutionRequests();
        if (calls == null) {
            return;
        }
        for (int i = 0; i < calls.size(); i++) {
            ToolExecutionRequest request = calls.get(i);
            String key = Integer.toString(i);
            to.toolCall(key, request.id(), request.name());
            if (request.arguments() != null) {
                to.toolArguments(key, request.arguments());
            }
        }
    }

    private record Texts(Message to) {
        void add(Content content) {
            if (content instanceof TextContent text) {
                to.text(text.text());
            }
        }
    }
}
