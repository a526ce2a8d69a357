package dev.narrative.applications.langchain4j.providers;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Prints the pieces of an answer when all are there: how many come before it breaks off is up to chance. */
final class PrintedStream implements StreamingChatResponseHandler {
    private final List<String> pieces = new ArrayList<>();
    private final CompletableFuture<ChatResponse> whole = new CompletableFuture<>();

    @Override
    public void onPartialResponse(String text) {
        pieces.add("delta " + text);
    }

    @Override
    public void onCompleteToolCall(CompleteToolCall call) {
        pieces.add("called " + call.toolExecutionRequest().name());
    }

    @Override
    public void onCompleteResponse(ChatResponse answer) {
        whole.complete(answer);
    }

    @Override
    public void onError(Throwable error) {
        whole.completeExceptionally(error);
    }

    ChatResponse whole() {
        ChatResponse answer = whole.join();
        pieces.forEach(System.out::println);
        return answer;
    }
}
