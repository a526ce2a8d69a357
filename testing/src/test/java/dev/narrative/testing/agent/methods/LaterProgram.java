package dev.narrative.testing.agent.methods;

import dev.narrative.testing.agent.Steps;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Calls methods whose results come later, and settles each after its method has returned and a step named like it has
 * been taken.
 */
final class LaterProgram {
    private LaterProgram() {}

    public static void main(String[] args) {
        futures();
        flows();
        monos();
        fluxes();
        publishers();
        foreign();
        abandoned();
    }

    private static void futures() {
        CompletableFuture<String> good = new CompletableFuture<>();
        future("future", good);
        Steps.mark("settling future");
        good.complete("value");
        CompletableFuture<String> bad = new CompletableFuture<>();
        future("future error", bad);
        Steps.mark("settling future error");
        bad.completeExceptionally(new IllegalStateException("refused"));
        CompletableFuture<String> dropped = new CompletableFuture<>();
        future("future cancel", dropped);
        Steps.mark("settling future cancel");
        dropped.cancel(true);
        CompletableFuture<String> staged = new CompletableFuture<>();
        stage("stage", staged.thenApply(value -> value + "!"));
        Steps.mark("settling stage");
        staged.complete("value");
        System.out.println("same " + (future("future ready", good) == good));
    }

    private static void flows() {
        for (String outcome : new String[] {"flow", "flow error", "flow cancel"}) {
            Scripted source = new Scripted();
            flow(outcome, source).subscribe(new Listening());
            Steps.mark("settling " + outcome);
            source.settle(outcome);
        }
    }

    private static void monos() {
        Sinks.One<String> good = Sinks.one();
        mono("mono", good.asMono()).subscribe();
        Steps.mark("settling mono");
        good.tryEmitValue("value");
        Sinks.One<String> bad = Sinks.one();
        mono("mono error", bad.asMono()).subscribe(value -> {}, error -> {});
        Steps.mark("settling mono error");
        bad.tryEmitError(new IllegalStateException("refused"));
        var subscription = mono("mono cancel", Sinks.<String>one().asMono()).subscribe();
        Steps.mark("settling mono cancel");
        subscription.dispose();
    }

    private static void fluxes() {
        Sinks.Many<String> good = Sinks.many().multicast().onBackpressureBuffer();
        flux("flux", good.asFlux()).subscribe();
        good.tryEmitNext("one");
        Steps.mark("settling flux");
        good.tryEmitComplete();
        System.out.println("flux of "
                + flux("flux of items", Flux.just(1, 2, 3)).collectList().block());
        System.out.println("first "
                + flux("flux of which one is taken", Flux.just(1, 2, 3)).blockFirst());
        var subscription = flux("flux cancel", Flux.never()).subscribe();
        Steps.mark("settling flux cancel");
        subscription.dispose();
    }

    private static void publishers() {
        Sinks.One<String> good = Sinks.one();
        Publisher<String> mono = publisher("publisher", good.asMono());
        System.out.println("still a Mono " + (mono instanceof Mono));
        Mono.fromDirect(mono).subscribe();
        Steps.mark("settling publisher");
        good.tryEmitValue("value");
        var subscription =
                Flux.from(publisher("publisher cancel", Flux.never())).subscribe();
        Steps.mark("settling publisher cancel");
        subscription.dispose();
        publisher("no publisher", null);
    }

    /** Publishers of another library than Reactor. */
    private static void foreign() {
        for (String outcome : new String[] {"foreign", "foreign error", "foreign cancel"}) {
            Scripted source = new Scripted();
            FlowAdapters.toFlowPublisher(publisher(outcome, FlowAdapters.toPublisher(source)))
                    .subscribe(new Listening());
            Steps.mark("settling " + outcome);
            source.settle(outcome);
        }
    }

    /** Nobody subscribes, nobody settles: such a call must not hold anything up. */
    private static void abandoned() {
        flux("abandoned", Flux.just(1));
        future("never", new CompletableFuture<>());
    }

    static CompletableFuture<String> future(String name, CompletableFuture<String> result) {
        return result;
    }

    static CompletionStage<String> stage(String name, CompletionStage<String> result) {
        return result;
    }

    static Flow.Publisher<String> flow(String name, Flow.Publisher<String> result) {
        return result;
    }

    static <T> Mono<T> mono(String name, Mono<T> result) {
        return result;
    }

    static <T> Flux<T> flux(String name, Flux<T> result) {
        return result;
    }

    static <T> Publisher<T> publisher(String name, Publisher<T> result) {
        return result;
    }

    private static final class Scripted implements Flow.Publisher<String> {
        private Flow.Subscriber<? super String> subscriber;

        @Override
        public void subscribe(Flow.Subscriber<? super String> newSubscriber) {
            subscriber = newSubscriber;
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long items) {}

                @Override
                public void cancel() {}
            });
        }

        void settle(String outcome) {
            subscriber.onNext(outcome);
            if (outcome.endsWith("error")) {
                subscriber.onError(new IllegalStateException("refused"));
            } else if (!outcome.endsWith("cancel")) {
                subscriber.onComplete();
            }
        }
    }

    private static final class Listening implements Flow.Subscriber<String> {
        private Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription newSubscription) {
            subscription = newSubscription;
        }

        @Override
        public void onNext(String item) {
            if (item.endsWith("cancel")) {
                subscription.cancel();
            }
        }

        @Override
        public void onError(Throwable error) {
            System.out.println("flow failed");
        }

        @Override
        public void onComplete() {
            System.out.println("flow complete");
        }
    }
}
