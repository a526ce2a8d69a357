package dev.narrative.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MethodHooksTest {
    private static final int SITE = 3;
    private static final int[] EDGES = {0, 62, 63, 64, 65, 127, 128, 1_000, 5_000};

    @AfterEach
    void removeAll() {
        MethodHooks.set(SITE, null);
        for (int site : EDGES) {
            MethodHooks.set(site, null);
        }
    }

    @Test
    void siteWithoutAHook_isNotTraced() {
        MethodHooks.set(SITE, null);

        assertThat(MethodHooks.enter(SITE)).isNull();
        assertThat(MethodHooks.enter(SITE, "self", new Object[] {"argument"})).isNull();
    }

    @Test
    void hook_seesReceiverAndArguments() {
        RecordingHook hook = new RecordingHook();
        MethodHooks.set(SITE, hook);
        Object[] arguments = {"argument"};

        assertThat(MethodHooks.enter(SITE, "self", arguments)).isSameAs(hook.call);

        assertThat(hook.self).isEqualTo("self");
        assertThat(hook.arguments).isSameAs(arguments);
    }

    @Test
    void hook_seesNeither_whereNothingIsCaptured() {
        RecordingHook hook = new RecordingHook();
        MethodHooks.set(SITE, hook);

        assertThat(MethodHooks.enter(SITE)).isSameAs(hook.call);

        assertThat(hook.self).isNull();
        assertThat(hook.arguments).isNull();
    }

    @Test
    void tableGrows_andKeepsWhatIsInIt() {
        RecordingHook[] hooks = new RecordingHook[EDGES.length];
        for (int i = 0; i < EDGES.length; i++) {
            hooks[i] = new RecordingHook();
            MethodHooks.set(EDGES[i], hooks[i]);
        }

        for (int i = 0; i < EDGES.length; i++) {
            assertThat(MethodHooks.enter(EDGES[i])).as("site %d", EDGES[i]).isSameAs(hooks[i].call);
        }
        assertThat(MethodHooks.enter(4_999)).isNull();
    }

    @Test
    void hookIsSwapped_whileItsMethodIsCalled() throws Exception {
        RecordingHook first = new RecordingHook();
        RecordingHook second = new RecordingHook();
        MethodHooks.set(SITE, first);
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger calls = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                while (!stop.get()) {
                    TracedCall call = MethodHooks.enter(SITE);
                    if (call != null && call != first.call && call != second.call) {
                        throw new AssertionError("a call of neither hook");
                    }
                    calls.incrementAndGet();
                }
            } catch (Throwable error) {
                failure.set(error);
            }
        });
        caller.start();
        Deadline.until("the method is called", () -> calls.get() > 0 || failure.get() != null);

        for (int i = 0; i < 2_000; i++) {
            MethodHooks.set(SITE, i % 3 == 0 ? null : i % 3 == 1 ? first : second);
        }
        MethodHooks.set(SITE, second);
        stop.set(true);
        Deadline.join(caller);

        assertThat(failure.get()).isNull();
        assertThat(MethodHooks.enter(SITE)).isSameAs(second.call);
    }

    private static final class RecordingHook extends MethodHook {
        final TracedCall call = new NoCall();

        @Nullable
        Object self;

        Object @Nullable [] arguments;

        @Override
        public TracedCall enter(@Nullable Object newSelf, Object @Nullable [] newArguments) {
            self = newSelf;
            arguments = newArguments;
            return call;
        }
    }

    private static final class NoCall extends TracedCall {
        @Override
        public void exit(@Nullable Throwable error) {}

        @Override
        public @Nullable Object exit(@Nullable Object returned, @Nullable Throwable error) {
            return returned;
        }
    }
}
