package dev.narrative.instrumentation.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.boot.Contexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

class ContextSubscriberTest {
    private final Seen seen = new Seen();

    @AfterEach
    void leave() {
        Contexts.restore(null);
    }

    @Test
    void handsEachSignalOn_inTheContextOfTheSubscription() {
        Contexts.attach("subscription");
        CoreSubscriber<String> bound = Objects.requireNonNull(ContextSubscriber.bind(seen));
        Contexts.attach("elsewhere");

        bound.onSubscribe(Operators.emptySubscription());
        bound.onNext("item");
        bound.onError(new IllegalStateException());
        bound.onComplete();

        assertThat(seen.contexts).hasSize(4).containsOnly("subscription");
        assertThat(Contexts.current()).isEqualTo("elsewhere");
    }

    @Test
    void leavesTheThreadAsItWas_whenTheApplicationThrows() {
        Contexts.attach("subscription");
        CoreSubscriber<String> bound = Objects.requireNonNull(ContextSubscriber.bind(seen));
        Contexts.restore(null);
        seen.fails = true;

        assertThat(catches(() -> bound.onNext("item"))).isTrue();
        assertThat(catches(bound::onComplete)).isTrue();

        assertThat(Contexts.current()).isNull();
    }

    @Test
    void bindsNothing_withoutAContextOrTwice() {
        assertThat(ContextSubscriber.bind(seen)).isNull();
        Contexts.attach("subscription");
        CoreSubscriber<String> bound = Objects.requireNonNull(ContextSubscriber.bind(seen));

        assertThat(ContextSubscriber.bind(bound)).isNull();
        Contexts.attach("another");
        assertThat(ContextSubscriber.bind(bound)).isNotNull();
    }

    @Test
    void isSeenThrough() {
        Contexts.attach("subscription");
        CoreSubscriber<String> bound = Objects.requireNonNull(ContextSubscriber.bind(seen));

        assertThat(bound.currentContext().<String>get("key")).isEqualTo("value");
        assertThat(Scannable.from(bound).scanUnsafe(Scannable.Attr.ACTUAL)).isSameAs(seen);
    }

    private static boolean catches(Runnable signal) {
        try {
            signal.run();
            return false;
        } catch (IllegalArgumentException expected) {
            return true;
        }
    }

    private static final class Seen implements CoreSubscriber<String> {
        final List<@Nullable Object> contexts = new ArrayList<>();
        boolean fails;

        private void note() {
            contexts.add(Contexts.current());
            if (fails) {
                throw new IllegalArgumentException("on purpose");
            }
        }

        @Override
        public Context currentContext() {
            return Context.of("key", "value");
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            note();
        }

        @Override
        public void onNext(String item) {
            note();
        }

        @Override
        public void onError(Throwable error) {
            note();
        }

        @Override
        public void onComplete() {
            note();
        }
    }
}
