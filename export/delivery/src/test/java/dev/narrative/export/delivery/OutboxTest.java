package dev.narrative.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.LossCause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OutboxTest {
    private static final long LONG = 20_000;
    private static final RetryPolicy QUICK = new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(20));
    private static final RetryPolicy NEVER_AGAIN = new RetryPolicy(Duration.ofDays(1), Duration.ofDays(1));
    private static final SpanEncoders NO_ENCODERS = process -> (spans, requests) -> {};

    @TempDir
    private Path directory;

    private final FakeSender sender = new FakeSender();
    private final DestinationCounters counters = new DestinationCounters();
    private final List<Outbox> opened = new ArrayList<>();

    @AfterEach
    void closeAll() {
        opened.forEach(Outbox::close);
    }

    @Test
    void sendsFromMemory_andTouchesNoDisk() throws Exception {
        Outbox outbox = outbox(QUICK);
        submit(outbox, "a", "b");

        assertThat(sender.take(2)).containsExactly("a", "b");
        outbox.flush(LONG);
        assertThat(counters.sent()).isEqualTo(2);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void keepsOnDiskWhatCantBeSent_andSendsItOldestFirst() throws Exception {
        sender.goDown();
        Outbox outbox = outbox(QUICK);
        submit(outbox, "a", "b", "c");
        await(() -> counters.spooled() == 3);

        sender.comeBack();

        assertThat(sender.take(3)).containsExactly("a", "b", "c");
        outbox.flush(LONG);
        await(() -> counters.spooled() == 0);
        assertThat(counters.sent()).isEqualTo(3);
        assertThat(counters.failed()).isZero();
    }

    @Test
    void aProcessThatEndsWhileTheDestinationIsDown_leavesItToTheNext() throws Exception {
        sender.goDown();
        Outbox first = outbox(NEVER_AGAIN);
        submit(first, "a", "b");
        first.flush(LONG);
        first.close();
        assertThat(counters.spooled()).isEqualTo(2);

        FakeSender later = new FakeSender();
        Outbox second = new Outbox(options(QUICK), later, null, NO_ENCODERS, new DestinationCounters());
        opened.add(second);

        assertThat(later.take(2)).containsExactly("a", "b");
    }

    @Test
    void sendsNothingAgainThatWasLeftUnanswered_andRisksNothingNext() throws Exception {
        sender.answer(new Reply.Ambiguous("no answer"), new Reply.Ambiguous("no answer"));
        Outbox outbox = outbox(QUICK);
        submit(outbox, "a");
        await(() -> counters.lost(LossCause.AMBIGUOUS) == 1);
        submit(outbox, "b");

        assertThat(sender.take(4)).containsExactly("a", "probe", "probe", "b");
        outbox.flush(LONG);
        assertThat(counters.lost(LossCause.AMBIGUOUS)).isEqualTo(1);
        assertThat(counters.sent()).isEqualTo(1);
    }

    @Test
    void countsWhatIsRefusedAndRejected_byCause() throws Exception {
        sender.answer(new Reply.Refused("bad"), new Reply.Taken(1, "too old"));
        Outbox outbox = outbox(QUICK);
        submit(outbox, "a", "b");
        outbox.flush(LONG);

        assertThat(counters.lost(LossCause.REFUSED)).isEqualTo(1);
        assertThat(counters.detail(LossCause.REFUSED)).isEqualTo("http://there: bad");
        assertThat(counters.lost(LossCause.REJECTED)).isEqualTo(1);
        assertThat(counters.sent()).isZero();
    }

    @Test
    void spoolsTheRest_whenTheDestinationHangsAtTheEnd() throws Exception {
        sender.hang();
        Outbox outbox = outbox(QUICK);
        submit(outbox, "a", "b", "c");
        assertThat(sender.take(1)).containsExactly("a");

        outbox.flush(200);
        outbox.close();

        assertThat(counters.lost(LossCause.AMBIGUOUS)).isEqualTo(1);
        assertThat(counters.spooled()).isEqualTo(2);
        assertThat(sender.hasMore()).isFalse();
    }

    @Test
    void goesOnFromMemory_whereNothingCanBeSpooled() throws Exception {
        Files.writeString(directory.resolve("spool"), "in the way");
        sender.goDown();
        Outbox outbox = outbox(QUICK);
        submit(outbox, "a", "b");

        sender.comeBack();

        assertThat(sender.take(2)).containsExactly("a", "b");
    }

    @Test
    void memoryIsBounded_andTheNewestWin_whereNothingCanBeSpooled() throws Exception {
        sender.goDown();
        Outbox outbox = new Outbox(
                new OutboxOptions("otlp", "http://there", NEVER_AGAIN, null, 0, false),
                sender,
                null,
                NO_ENCODERS,
                counters);
        opened.add(outbox);
        for (int i = 0; i < 30; i++) {
            outbox.submit(Requests.sized(1024 * 1024 + i));
        }

        await(() -> counters.lost(LossCause.SPOOL_UNWRITABLE) >= 22);
        assertThat(counters.lost(LossCause.SPOOL_UNWRITABLE)).isBetween(22L, 23L);
    }

    @Test
    void aBugOfTheSender_costsOneRequest() throws Exception {
        Sender broken = new Sender() {
            private boolean threw;

            @Override
            public Reply send(Request request, BodyStart bodyStart) {
                if (!threw) {
                    threw = true;
                    throw new IllegalStateException("bug");
                }
                return Reply.Taken.ALL;
            }

            @Override
            public long longestMillis() {
                return LONG;
            }

            @Override
            public void abort() {}

            @Override
            public void close() {}
        };
        Outbox outbox = new Outbox(options(QUICK), broken, null, NO_ENCODERS, counters);
        opened.add(outbox);
        submit(outbox, "a", "b");

        await(() -> counters.sent() == 1);
        assertThat(counters.detail(LossCause.AMBIGUOUS)).contains("bug");
    }

    private Outbox outbox(RetryPolicy policy) {
        Request probe = Requests.named("probe", 0);
        Outbox outbox = new Outbox(options(policy), sender, probe, NO_ENCODERS, counters);
        opened.add(outbox);
        return outbox;
    }

    private OutboxOptions options(RetryPolicy policy) {
        SpoolOptions spool = new SpoolOptions(directory.resolve("spool/otlp"), 1 << 20, Long.MAX_VALUE / 2);
        return new OutboxOptions("otlp", "http://there", policy, spool, 0, false);
    }

    private static void submit(Outbox outbox, String... names) {
        for (String name : names) {
            outbox.submit(Requests.named(name));
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime() - deadline).as("time over").isNegative();
            LockSupport.parkNanos(1_000_000);
        }
    }
}
