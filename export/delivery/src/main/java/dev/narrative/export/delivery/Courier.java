package dev.narrative.export.delivery;

import dev.narrative.core.log.AgentLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Carries one request after the other. Holds the outbox's lock but while it sends, or reads a dead process's journal. */
final class Courier implements Runnable {
    private static final long LOOK_AROUND_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Dispatch dispatch;
    private final Sender sender;
    private final ReentrantLock lock;
    private final Condition changed;
    private final Recovery recovery;
    private @Nullable Errand underWay;
    private boolean finishing;
    private boolean stopped;
    private long lookedAround = System.nanoTime() - LOOK_AROUND_NANOS;
    private volatile long sendingSince;

    Courier(Dispatch dispatch, Sender sender, ReentrantLock lock, Condition changed, Recovery recovery) {
        this.dispatch = dispatch;
        this.sender = sender;
        this.lock = lock;
        this.changed = changed;
        this.recovery = recovery;
    }

    Dispatch dispatch() {
        return dispatch;
    }

    /** From now on only what waits in memory matters, and that no longer than the destination takes it. */
    void finish() {
        finishing = true;
    }

    /** Nothing goes out any more. */
    void stop() {
        stopped = true;
        dispatch.end();
    }

    /** Whether nothing is under way, and nothing waits that could still be sent before the end. */
    boolean isDone() {
        return underWay == null && (stopped || dispatch.stock().isSafe() || isHopeless());
    }

    boolean hangsSince(long nanos) {
        long since = sendingSince;
        return since != 0 && System.nanoTime() - since > nanos;
    }

    @Override
    public void run() {
        lock.lock();
        try {
            while (!stopped) {
                lookAround();
                Errand next = next();
                if (next != null) {
                    carry(next);
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (Throwable error) {
            AgentLog.warn(Thread.currentThread().getName() + " has stopped, please report this: " + error);
            throw error;
        } finally {
            underWay = null;
            stopped = true;
            changed.signalAll();
            lock.unlock();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // run() is the loop: whatever wakes it, it looks what there is to do
    private @Nullable Errand next() throws InterruptedException {
        if (dispatch.isDown()) {
            dispatch.stock().moveToSpool();
        }
        changed.signalAll();
        long wait = dispatch.waitNanos(System.nanoTime());
        if (wait > 0) {
            changed.awaitNanos(Math.min(wait, REST_NANOS));
            return null;
        }
        Errand next = isHopeless() ? null : dispatch.next();
        if (next == null) {
            changed.awaitNanos(REST_NANOS);
        }
        return next;
    }

    private void carry(Errand errand) throws InterruptedException {
        underWay = errand;
        Reply reply = null;
        long now = System.nanoTime();
        sendingSince = now == 0 ? 1 : now;
        lock.unlock();
        try {
            reply = sender.send(errand.parcel().request(), () -> bodyStarts(errand));
        } catch (RuntimeException bug) {
            reply = new Reply.Ambiguous(AgentLog.brief(bug));
        } finally {
            lock.lock();
            sendingSince = 0;
            underWay = null;
            if (reply != null) {
                dispatch.settle(errand, reply, System.nanoTime());
            }
            changed.signalAll();
        }
    }

    private void bodyStarts(Errand errand) throws IOException {
        lock.lock();
        try {
            errand.bodyStarts(dispatch.stock().books());
        } finally {
            lock.unlock();
        }
    }

    /** At the end of the process nothing is risked with a destination that is down and has a spool. */
    private boolean isHopeless() {
        return finishing && dispatch.isDown() && dispatch.stock().spool() != null;
    }

    private void lookAround() {
        Spool spool = dispatch.stock().spool();
        long now = System.nanoTime();
        if (spool == null || finishing || now - lookedAround < LOOK_AROUND_NANOS) {
            return;
        }
        lookedAround = now;
        try {
            spool.expire();
            for (ProcessDirectory dead : spool.lookAround()) {
                takeOver(spool, dead);
            }
        } catch (IOException | RuntimeException e) {
            warn(spool, e);
        }
    }

    private void takeOver(Spool spool, ProcessDirectory dead) {
        try (dead) {
            boolean recovered = recover(dead.path());
            if (!stopped) {
                spool.adopt(dead, recovered);
            }
        } catch (IOException | RuntimeException e) {
            warn(spool, e);
        }
    }

    /** To read a journal takes long, so nobody waits for the lock meanwhile. */
    private boolean recover(Path dead) {
        lock.unlock();
        try {
            return recovery.recover(dead);
        } catch (IOException | RuntimeException e) {
            AgentLog.warnThrottled(
                    "spool.recovery",
                    "spool in " + dead + ": the last spans of its process can't be found in the journal ("
                            + AgentLog.brief(e) + "), those that it had spooled are sent");
            return false;
        } finally {
            lock.lock();
        }
    }

    private static void warn(Spool spool, Exception e) {
        AgentLog.warnThrottled(
                "spool.around", "spool in " + spool.directory() + ": " + AgentLog.brief(e) + "; check permissions");
    }
}
