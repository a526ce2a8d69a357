package dev.narrative.core.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.shop.Item;
import dev.narrative.boot.Contexts;
import dev.narrative.boot.TracedCall;
import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.trace.RecordedSpans;
import dev.narrative.core.trace.Sampler;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.Tracer;
import dev.narrative.model.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results that are there only after the method has returned. */
class LaterResultsTest {
    private final RecordedSpans recorded = new RecordedSpans();
    private final Tracer tracer = new Tracer(recorded, Sampler.ALL);
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void start() {
        AgentRuntime.start(tracer, AgentConfig.defaults());
    }

    @AfterEach
    void leaveAll() {
        Contexts.restore(null);
    }

    @Test
    void stage_endsTheSpan_whenItCompletes() {
        CompletableFuture<Item> future = new CompletableFuture<>();
        TracedCall call = enter(ReturnKind.STAGE, "name = Place {return.sku}", "capture = return.count as count");

        assertThat(call.exit(future, null)).isSameAs(future);

        assertThat(Span.current()).isNull();
        assertThat(recorded.all()).isEmpty();
        assertThat(tracer.openSpans().now()).contains((Span) call);
        future.complete(new Item("fox", 2));
        assertThat(recorded.only().name()).isEqualTo("Place fox");
        assertThat(RecordedSpans.attributes(recorded.only())).containsEntry("count", 2L);
        assertThat(tracer.openSpans().now()).doesNotContain((Span) call);
    }

    @Test
    void stageThatIsComplete_endsTheSpanAtOnce() {
        TracedCall call = enter(ReturnKind.STAGE);

        call.exit(CompletableFuture.completedFuture("done"), null);

        assertThat(recorded.only().status()).isEqualTo(StatusCode.UNSET);
        assertThat(tracer.openSpans().now()).doesNotContain((Span) call);
    }

    @Test
    void stageThatFails_failsTheSpan_byItsCause() {
        CompletableFuture<Item> future = new CompletableFuture<>();
        enter(ReturnKind.STAGE).exit(future, null);

        future.completeExceptionally(new CompletionException(new IllegalStateException("sold out")));

        assertThat(recorded.only().status()).isEqualTo(StatusCode.ERROR);
        assertThat(RecordedSpans.attributes(recorded.only()))
                .containsEntry("error.type", IllegalStateException.class.getName());
    }

    @Test
    void stageThatIsCancelled_isAFailureWithoutAStack() {
        CompletableFuture<Item> future = new CompletableFuture<>();
        enter(ReturnKind.STAGE).exit(future, null);

        future.cancel(true);

        assertThat(recorded.only().status()).isEqualTo(StatusCode.ERROR);
        assertThat(recorded.only().statusMessage()).isEqualTo("cancelled");
        assertThat(recorded.only().events()).isEmpty();
        assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
    }

    @Test
    void methodThatThrows_insteadOfReturningAStage_failsTheSpan() {
        assertThat(enter(ReturnKind.STAGE).exit(null, new IllegalStateException("sold out")))
                .isNull();

        assertThat(recorded.only().statusMessage()).isEqualTo("sold out");
    }

    @Test
    void nothingReturned_endsTheSpan() {
        assertThat(enter(ReturnKind.STAGE).exit(null, null)).isNull();
        assertThat(enter(ReturnKind.FLOW).exit(null, null)).isNull();

        assertThat(recorded.all()).hasSize(2);
    }

    @Test
    void stageThatBearsNoCallback_endsTheSpan_andStaysTheResult() {
        CompletableFuture<Item> closed = new CompletableFuture<>() {
            @Override
            public CompletableFuture<Item> whenComplete(
                    java.util.function.BiConsumer<? super Item, ? super Throwable> action) {
                throw new UnsupportedOperationException("no callbacks");
            }
        };

        assertThat(enter(ReturnKind.STAGE).exit(closed, null)).isSameAs(closed);

        assertThat(recorded.only().status()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void publisher_endsTheSpan_whenItCompletes() {
        FakePublisher publisher = new FakePublisher();
        subscribe(follow(publisher));

        publisher.subscriber().onNext("beat");
        assertThat(recorded.all()).isEmpty();
        publisher.subscriber().onComplete();

        assertThat(heard).containsExactly("subscribed", "beat", "complete");
        assertThat(recorded.only().status()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void publisherThatFails_failsTheSpan() {
        FakePublisher publisher = new FakePublisher();
        subscribe(follow(publisher));

        publisher.subscriber().onError(new IllegalStateException("no ink"));

        assertThat(heard).containsExactly("subscribed", "no ink");
        assertThat(recorded.only().statusMessage()).isEqualTo("no ink");
    }

    @Test
    void publisherThatIsCancelled_endsTheSpan_withoutFailure() {
        FakePublisher publisher = new FakePublisher();
        Flow.Subscription subscription = subscribe(follow(publisher));
        subscription.request(5);

        subscription.cancel();
        publisher.subscriber().onComplete();

        assertThat(publisher.asked).containsExactly("request 5", "cancel");
        assertThat(recorded.only().status()).isEqualTo(StatusCode.UNSET);
        assertThat(RecordedSpans.attributes(recorded.only())).containsEntry("narrative.cancelled", true);
    }

    @Test
    void publisherThatIsSubscribedTwice_endsTheSpanOnce() {
        FakePublisher publisher = new FakePublisher();
        Flow.Publisher<String> followed = follow(publisher);
        subscribe(followed);
        publisher.subscriber().onComplete();

        subscribe(followed);
        publisher.subscriber().onError(new IllegalStateException("second"));

        assertThat(recorded.only().status()).isEqualTo(StatusCode.UNSET);
        assertThat(heard).containsExactly("subscribed", "complete", "subscribed", "second");
    }

    @Test
    void returnKind_isReadFromTheDeclaredType() {
        assertThat(ReturnKind.of("void", true)).isEqualTo(ReturnKind.IGNORED);
        assertThat(ReturnKind.of("com.shop.Item", true)).isEqualTo(ReturnKind.VALUE);
        assertThat(ReturnKind.of("com.shop.Item", false)).isEqualTo(ReturnKind.IGNORED);
        assertThat(ReturnKind.of(CompletableFuture.class.getName(), false)).isEqualTo(ReturnKind.STAGE);
        assertThat(ReturnKind.of(Flow.Publisher.class.getName(), false)).isEqualTo(ReturnKind.FLOW);
        assertThat(ReturnKind.of("reactor.core.publisher.Flux", false)).isEqualTo(ReturnKind.REACTOR);
        assertThat(ReturnKind.of("org.reactivestreams.Publisher", false)).isEqualTo(ReturnKind.REACTIVE_STREAMS);
    }

    private static TracedCall enter(ReturnKind returns, String... subKeys) {
        return Objects.requireNonNull(Sites.site(returns, subKeys).enter(null, null));
    }

    @SuppressWarnings("unchecked")
    private static Flow.Publisher<String> follow(FakePublisher publisher) {
        Object followed = enter(ReturnKind.FLOW).exit(publisher, null);
        return (Flow.Publisher<String>) Objects.requireNonNull(followed);
    }

    private Flow.Subscription subscribe(Flow.Publisher<String> publisher) {
        Listener listener = new Listener();
        publisher.subscribe(listener);
        return Objects.requireNonNull(listener.subscription);
    }

    private final class Listener implements Flow.Subscriber<String> {
        private Flow.@org.jspecify.annotations.Nullable Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription newSubscription) {
            subscription = newSubscription;
            heard.add("subscribed");
        }

        @Override
        public void onNext(String item) {
            heard.add(item);
        }

        @Override
        public void onError(Throwable error) {
            heard.add(String.valueOf(error.getMessage()));
        }

        @Override
        public void onComplete() {
            heard.add("complete");
        }
    }

    private static final class FakePublisher implements Flow.Publisher<String>, Flow.Subscription {
        private final List<Flow.Subscriber<? super String>> subscribers = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();

        Flow.Subscriber<? super String> subscriber() {
            return subscribers.get(subscribers.size() - 1);
        }

        @Override
        public void subscribe(Flow.Subscriber<? super String> subscriber) {
            subscribers.add(subscriber);
            subscriber.onSubscribe(this);
        }

        @Override
        public void request(long items) {
            asked.add("request " + items);
        }

        @Override
        public void cancel() {
            asked.add("cancel");
        }
    }
}
