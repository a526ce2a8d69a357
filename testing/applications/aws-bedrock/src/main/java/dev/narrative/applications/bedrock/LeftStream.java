package dev.narrative.applications.bedrock;

import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.ResponseStream;

/** Reads the beginning of a stream, and wants no more of it. */
record LeftStream(InvokeModelStream model) implements Model {
    @Override
    public String ask(String question) throws Exception {
        FirstEvent first = new FirstEvent();
        model.start(
                question,
                InvokeModelWithResponseStreamResponseHandler.builder()
                        .onEventStream(events -> events.subscribe(first))
                        .build());
        return first.seen.get();
    }

    private static final class FirstEvent implements Subscriber<ResponseStream> {
        private final CompletableFuture<String> seen = new CompletableFuture<>();
        private Subscription subscription = new None();

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            given.request(1);
        }

        @Override
        public void onNext(ResponseStream event) {
            subscription.cancel();
            seen.complete("left");
        }

        @Override
        public void onError(Throwable error) {
            seen.completeExceptionally(error);
        }

        @Override
        public void onComplete() {
            seen.complete("nothing came");
        }
    }

    private static final class None implements Subscription {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }
}
