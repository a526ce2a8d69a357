package dev.narrative.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContextsTest {
    private static final String NOTHING = "nothing";

    @AfterEach
    void leaveAll() {
        Contexts.restore(null);
    }

    @Test
    void attach_givesBackTheOneBefore() {
        assertThat(Contexts.attach("outer")).isNull();
        assertThat(Contexts.attach("inner")).isEqualTo("outer");
        assertThat(Contexts.current()).isEqualTo("inner");

        Contexts.restore("outer");

        assertThat(Contexts.current()).isEqualTo("outer");
        assertThat(Contexts.slot().current).isEqualTo("outer");
    }

    @Test
    void attachNothing_leavesAllContext() {
        Contexts.attach("outer");

        assertThat(Contexts.attach(null)).isEqualTo("outer");
        assertThat(Contexts.current()).isNull();
    }

    @Test
    void slot_isTheSameForOneThread() {
        assertThat(Contexts.slot()).isSameAs(Contexts.slot());
    }

    @Test
    void newThread_beginsWithinItsMakersContext() throws Exception {
        Contexts.attach("maker");

        assertThat(seenBy(Thread::new)).isEqualTo("maker");
    }

    @Test
    void newThread_hasNone_whenItsMakerHasNone() throws Exception {
        assertThat(seenBy(Thread::new)).isEqualTo(NOTHING);
    }

    @Test
    void newThread_hasNone_whenItAsksForNoInheritance() throws Exception {
        Contexts.attach("maker");

        assertThat(seenBy(work -> new Thread(null, work, "apart", 0, false))).isEqualTo(NOTHING);
    }

    @Test
    void virtualThread_beginsWithinItsMakersContext() throws Exception {
        assumeTrue(Runtime.version().feature() >= 21, "virtual threads");
        Contexts.attach("maker");
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        Class<?> type = Class.forName("java.lang.Thread$Builder");

        assertThat(seenBy(work -> {
                    try {
                        return (Thread)
                                type.getMethod("unstarted", Runnable.class).invoke(builder, work);
                    } catch (ReflectiveOperationException missing) {
                        throw new LinkageError("no virtual threads", missing);
                    }
                }))
                .isEqualTo("maker");
    }

    @Test
    void thread_doesNotChangeItsMakersContext() throws Exception {
        Contexts.attach("maker");
        Thread thread = new Thread(() -> Contexts.restore(null));

        thread.start();
        Deadline.join(thread);

        assertThat(Contexts.current()).isEqualTo("maker");
    }

    @Test
    void poolWorker_doesNotInherit() throws Exception {
        Contexts.attach("maker");
        for (Supplier<ExecutorService> pool : List.<Supplier<ExecutorService>>of(
                () -> Executors.newFixedThreadPool(1),
                Executors::newCachedThreadPool,
                () -> Executors.newScheduledThreadPool(1),
                () -> Executors.newSingleThreadExecutor(),
                () -> new ForkJoinPool(1))) {
            ExecutorService workers = pool.get();
            try {
                assertThat(workers.submit(ContextsTest::seen).get(10, TimeUnit.SECONDS))
                        .as("%s", workers)
                        .isEqualTo(NOTHING);
            } finally {
                workers.shutdownNow();
            }
        }
    }

    @Test
    void timersThread_doesNotInherit() throws Exception {
        Contexts.attach("maker");
        CompletableFuture<Object> seen = new CompletableFuture<>();
        Timer timer = new Timer(true);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        seen.complete(seen());
                    }
                },
                0);

        assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo(NOTHING);
        timer.cancel();
    }

    @Test
    void threadThatAPoolsTaskMakes_inheritsTheTasksContext() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            Object seen = pool.submit(() -> {
                        Contexts.attach("task");
                        try {
                            return seenBy(Thread::new);
                        } finally {
                            Contexts.restore(null);
                        }
                    })
                    .get(10, TimeUnit.SECONDS);

            assertThat(seen).isEqualTo("task");
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void forEachCurrent_showsTheContextOfEveryThreadThatHasOne() throws Exception {
        Contexts.attach("here");
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            Contexts.attach("there");
            entered.countDown();
            try {
                leave.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            } finally {
                Contexts.restore(null);
            }
        });
        other.start();
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(shown()).contains("here", "there");

        leave.countDown();
        Deadline.join(other);
        assertThat(shown()).contains("here").doesNotContain("there");
    }

    @Test
    void forEachCurrent_dropsTheSlotsOfThreadsThatAreGone() throws Exception {
        Contexts.attach("here");
        for (int i = 0; i < 20; i++) {
            Thread gone = new Thread(() -> Contexts.attach("gone"));
            gone.start();
            Deadline.join(gone);
        }

        Deadline.until("the slots of ended threads are dropped", () -> {
            System.gc();
            return !shown().contains("gone");
        });

        assertThat(shown()).contains("here");
    }

    private static Object seen() {
        Object current = Contexts.current();
        return current == null ? NOTHING : current;
    }

    private static Object seenBy(ThreadMaker maker) throws InterruptedException {
        AtomicReference<@Nullable Object> seen = new AtomicReference<>();
        Thread thread = maker.make(() -> {
            seen.set(seen());
            Contexts.restore(null);
        });
        thread.start();
        Deadline.join(thread);
        Object found = seen.get();
        return found == null ? "did not run" : found;
    }

    private static List<Object> shown() {
        List<Object> shown = new ArrayList<>();
        Contexts.forEachCurrent(shown::add);
        return shown;
    }

    private interface ThreadMaker {
        Thread make(Runnable work);
    }
}
