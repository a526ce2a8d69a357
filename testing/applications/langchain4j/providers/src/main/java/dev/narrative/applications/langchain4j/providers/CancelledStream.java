package dev.narrative.applications.langchain4j.providers;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.concurrent.CompletableFuture;

/** Wants no more after the first piece of an answer. */
final class CancelledStream implements StreamingChatResponseHandler {
    private final CompletableFuture<Boolean> seen = new CompletableFuture<>();

    @Override
    public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
        context.streamingHandle().cancel();
        seen.complete(true);
    }

    @Override
    public void onCompleteResponse(ChatResponse answer) {
        seen.complete(false);
    }

    @Override
    public void onError(Throwable error) {
        seen.completeExceptionally(error);
    }

    void await() {
        System.out.println("cancelled " + seen.join());
    }
}
