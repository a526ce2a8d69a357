package dev.narrative.applications.langchain4j.providers;

import dev.langchain4j.model.StreamingResponseHandler;
import dev.langchain4j.model.output.Response;
import java.util.concurrent.CompletableFuture;

/** Prints the pieces of a text. */
final class PrintedText implements StreamingResponseHandler<String> {
    private final CompletableFuture<Response<String>> whole = new CompletableFuture<>();

    @Override
    public void onNext(String text) {
        System.out.println("delta " + text);
    }

    @Override
    public void onComplete(Response<String> answer) {
        whole.complete(answer);
    }

    @Override
    public void onError(Throwable error) {
        whole.completeExceptionally(error);
    }

    Response<String> whole() {
        return whole.join();
    }
}
