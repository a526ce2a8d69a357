package dev.narrative.instrumentation.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

final class TappedSubscriberTest {
    private final FakeTap tap = new FakeTap();
    private final Reader reader = new Reader();
    private final Source source = new Source();
    private final TappedSubscriber subscriber = new TappedSubscriber(reader, tap, null);

    @Test
    void showsWhatPasses_andLeavesItAsItIs() {
        subscriber.onSubscribe(source);
        subscriber.onNext(buffer("one "));
        subscriber.onNext(buffer("two").asReadOnlyBuffer());
        subscriber.onComplete();

        assertThat(tap.seen()).isEqualTo("one two");
        assertThat(tap.ends()).containsExactly("complete");
        assertThat(reader.log).containsExactly("one ", "two", "complete");
    }

    @Test
    void passesDemandUntouched() {
        subscriber.onSubscribe(source);
        reader.request(3);
        reader.request(Long.MAX_VALUE);

        assertThat(source.log).containsExactly("3", Long.toString(Long.MAX_VALUE));
    }

    @Test
    void seesThatTheReaderLeaves() {
        subscriber.onSubscribe(source);
        subscriber.onNext(buffer("one"));
        reader.cancel();

        assertThat(tap.ends()).containsExactly("cancel");
        assertThat(source.log).containsExactly("cancel");
    }

    @Test
    void seesThatTheBodyBreaksOff() {
        subscriber.onSubscribe(source);
        subscriber.onError(new IllegalStateException("reset"));

        assertThat(tap.ends()).containsExactly("fail reset");
        assertThat(reader.log).containsExactly("reset");
    }

    @Test
    void handsOutTheSubscriptionItself_whenThereIsNoTap() {
        new TappedSubscriber(reader, null, null).onSubscribe(source);

        assertThat(reader.subscription).isSameAs(source);
    }

    private static ByteBuffer buffer(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Source implements Subscription {
        private final List<String> log = new ArrayList<>();

        @Override
        public void request(long count) {
            log.add(Long.toString(count));
        }

        @Override
        public void cancel() {
            log.add("cancel");
        }
    }

    private static final class Reader implements Subscriber<ByteBuffer> {
        private final List<String> log = new ArrayList<>();
        private Subscription subscription = new Source();

        void request(long count) {
            subscription.request(count);
        }

        void cancel() {
            subscription.cancel();
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            log.add(StandardCharsets.UTF_8.decode(bytes).toString());
        }

        @Override
        public void onError(Throwable error) {
            log.add(String.valueOf(error.getMessage()));
        }

        @Override
        public void onComplete() {
            log.add("complete");
        }
    }
}
