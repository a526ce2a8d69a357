package dev.narrative.export.delivery;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A destination that answers as it is told, or hangs, and keeps what it was sent. */
final class FakeSender implements Sender {
    private static final Reply NO_CONNECTION = new Reply.Later("no connection");

    private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
    private final Deque<Reply> script = new ArrayDeque<>();
    private volatile boolean down;
    private volatile @Nullable CountDownLatch hanging;
    private volatile boolean closed;

    FakeSender answer(Reply... replies) {
        script.addAll(List.of(replies));
        return this;
    }

    void goDown() {
        down = true;
    }

    void comeBack() {
        down = false;
    }

    /** From now on a body goes out and no answer comes. */
    void hang() {
        hanging = new CountDownLatch(1);
    }

    /** The names of the next requests that went out. */
    List<String> take(int count) throws InterruptedException {
        List<String> names = new ArrayList<>();
        while (names.size() < count) {
            String name = sent.poll(20, TimeUnit.SECONDS);
            if (name == null) {
                throw new AssertionError("only " + names + " came");
            }
            names.add(name);
        }
        return names;
    }

    boolean hasMore() {
        return !sent.isEmpty();
    }

    @Override
    public Reply send(Request request, BodyStart bodyStart) {
        if (down || closed) {
            return NO_CONNECTION;
        }
        try {
            bodyStart.bodyStarts();
        } catch (IOException e) {
            return new Reply.Later("not to be sent");
        }
        sent.add(Requests.name(request));
        CountDownLatch latch = hanging;
        if (latch != null) {
            await(latch);
            return new Reply.Ambiguous("no answer");
        }
        synchronized (script) {
            Reply next = script.poll();
            return next == null ? Reply.Taken.ALL : next;
        }
    }

    @Override
    public long longestMillis() {
        return TimeUnit.MINUTES.toMillis(1);
    }

    @Override
    public void abort() {
        CountDownLatch latch = hanging;
        if (latch != null) {
            latch.countDown();
        }
    }

    @Override
    public void close() {
        closed = true;
        abort();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
