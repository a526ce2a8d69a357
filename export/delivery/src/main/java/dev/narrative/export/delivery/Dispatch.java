package dev.narrative.export.delivery;

import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.LossCause;
import dev.narrative.core.log.AgentLog;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Decides what goes out next, and what an answer means for it and for what follows. One thread at a time. */
final class Dispatch {
    private final Stock stock;
    private final Outage outage;
    private final @Nullable Parcel probe;
    private final OutboxOptions options;
    private final DestinationCounters counters;
    private boolean ending;

    Dispatch(Stock stock, Outage outage, @Nullable Parcel probe, OutboxOptions options, DestinationCounters counters) {
        this.stock = stock;
        this.outage = outage;
        this.probe = probe;
        this.options = options;
        this.counters = counters;
    }

    Stock stock() {
        return stock;
    }

    boolean isDown() {
        return outage.isDown();
    }

    /** From now on what breaks off was broken off by ourselves. */
    void end() {
        ending = true;
    }

    /** How long to wait before anything may go out. */
    long waitNanos(long now) {
        return outage.waitNanos(now);
    }

    /** What to send now, {@code null} when nothing waits. */
    @Nullable
    Errand next() {
        return outage.isWary() && probe != null ? Errand.probe(probe) : stock.next();
    }

    void settle(Errand errand, Reply reply, long now) {
        if (errand.isGone()) {
            errand.ends();
        } else if (reply instanceof Reply.Later later) {
            comesBack(errand);
            fails(later, later.waitMillis(), now);
        } else if (errand.isProbe()) {
            probed(reply, now);
        } else {
            decided(errand, reply, now);
        }
    }

    private void decided(Errand errand, Reply reply, long now) {
        errand.ends();
        int spans = errand.parcel().spans();
        if (reply instanceof Reply.Ambiguous ambiguous) {
            counters.countLost(LossCause.AMBIGUOUS, spans, tell(reply));
            leavesUnanswered(ambiguous, now);
            return;
        }
        if (reply instanceof Reply.Taken taken) {
            long rejected = Math.min(spans, taken.rejected());
            counters.countSent(spans - rejected);
            counters.countLost(LossCause.REJECTED, rejected, tell(reply));
            if (rejected == 0 && !taken.message().isEmpty()) {
                AgentLog.warnThrottled(
                        "answer." + options.destination(),
                        "exporter " + options.destination() + ": " + options.address() + " took everything, but says: "
                                + taken.message());
            }
        } else {
            counters.countLost(LossCause.REFUSED, spans, tell(reply));
        }
        if (outage.isDown()) {
            AgentLog.info("exporter " + options.destination() + ": " + options.address() + " answers again");
        }
        outage.over();
    }

    private void probed(Reply reply, long now) {
        if (reply instanceof Reply.Ambiguous ambiguous) {
            leavesUnanswered(ambiguous, now);
        } else {
            outage.answered(now);
        }
    }

    private void comesBack(Errand errand) {
        errand.comesBack(stock.books());
        if (!errand.isSpooled() && !errand.isProbe()) {
            stock.takeBack(errand.parcel());
        }
    }

    private void leavesUnanswered(Reply reply, long now) {
        tellOutage(reply);
        outage.unanswered(ThreadLocalRandom.current().nextDouble(), now);
    }

    private void fails(Reply reply, long waitMillis, long now) {
        tellOutage(reply);
        outage.failed(waitMillis, ThreadLocalRandom.current().nextDouble(), now);
    }

    private void tellOutage(Reply reply) {
        if (!outage.isDown() && !ending) {
            Spool spool = stock.spool();
            AgentLog.warnThrottled(
                    "outage." + options.destination(),
                    "exporter " + options.destination() + ": " + tell(reply) + " - spans wait "
                            + (spool == null ? "in memory" : "in " + spool.directory()) + " until it takes them");
        }
    }

    private String tell(Reply reply) {
        return options.address() + ": " + reply.describe();
    }
}
