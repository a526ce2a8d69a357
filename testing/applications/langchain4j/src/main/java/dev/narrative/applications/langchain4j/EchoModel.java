package dev.narrative.applications.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;

/** Models that run in this process and say what they were told. */
final class EchoModel {
    private static final ChatRequestParameters DEFAULTS =
            ChatRequestParameters.builder().modelName("gpt-4o-mini").build();

    private EchoModel() {}

    private static ChatResponse answer(ChatRequest request) {
        UserMessage last =
                (UserMessage) request.messages().get(request.messages().size() - 1);
        return ChatResponse.builder()
                .aiMessage(AiMessage.from("You said: " + last.singleText()))
                .modelName("echo-1")
                .tokenUsage(new TokenUsage(11, 7))
                .finishReason(FinishReason.STOP)
                .build();
    }

    static final class Blocking implements ChatModel {
        @Override
        public ChatResponse doChat(ChatRequest request) {
            return answer(request);
        }

        @Override
        public ChatRequestParameters defaultRequestParameters() {
            return DEFAULTS;
        }
    }

    /** Answers on a thread of its own. */
    static final class Streaming implements StreamingChatModel {
        @Override
        public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
            Thread thread = new Thread(() -> {
                handler.onPartialResponse("You ");
                handler.onCompleteResponse(answer(request));
            });
            thread.start();
        }

        @Override
        public ChatRequestParameters defaultRequestParameters() {
            return DEFAULTS;
        }
    }
}
