package dev.narrative.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.boot.Contexts;
import dev.narrative.boot.Deadline;
import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.log.CapturedLog;
import dev.narrative.core.trace.Sampler;
import dev.narrative.core.trace.Tracer;
import dev.narrative.model.SpanKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpanPipelineTest {
    private static final int QUEUE = 64;
    private static final Duration EXIT = Duration.ofSeconds(3);

    private final CapturedLog log = new CapturedLog();
    private final FakeExporter one = FakeDestination.exporter("one");
    private final FakeExporter two = FakeDestination.exporter("two");
    private final SpanPipeline pipeline = new SpanPipeline(List.of("one", "two"));
    private final Tracer tracer = new Tracer(pipeline, Sampler.ALL);
    private final CountDownLatch gate = new CountDownLatch(1);

    @BeforeEach
    void configure() {
        Deadline.until(
                "the threads of earlier tests have ended", () -> threads().isEmpty());
        AgentRuntime.start(tracer, AgentConfig.of(Map.of("narrative.queue.size", String.valueOf(QUEUE))));
    }

    @AfterEach
    void closeAll() {
        gate.countDown();
        pipeline.close();
        FakeDestination.forgetAll();
        AgentRuntime.reconfigure(AgentConfig.defaults());
        Contexts.restore(null);
        log.close();
    }

    @Test
    void spans_reachEveryDestination_inOrder() {
        record("a", "b", "c");

        until(one, "a", "b", "c");
        until(two, "a", "b", "c");
    }

    @Test
    void spans_areTaken_afterAPause() {
        record("a");
        until(one, "a");
        Deadline.until("the destination has come to rest", () -> one.ticks > 0);

        record("b");

        until(one, "a", "b");
    }

    @Test
    void nothingRuns_beforeTheFirstSpan() {
        assertThat(threads()).isEmpty();

        record("a");

        assertThat(threads()).hasSize(2);
    }

    @Test
    void destinationsThreads_areDaemons_withoutTheApplicationsLoaderAndContext() {
        Contexts.attach("application");
        record("a");
        Contexts.restore(null);
        until(one, "a");

        Thread thread = Objects.requireNonNull(one.thread);
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getContextClassLoader()).isNull();
        assertThat(thread.getName()).isEqualTo("narrative-export-one");
        assertThat(thread).isNotSameAs(two.thread);
    }

    @Test
    void destination_isToldWhoProducesTheSpans_andWhichAreOpen() {
        record("a");
        until(one, "a");

        ExporterSetup setup = Objects.requireNonNull(one.setup);
        assertThat(setup.resource().attributes().get("process.pid"))
                .isEqualTo(ProcessHandle.current().pid());
        assertThat(setup.openSpans().get()).isEmpty();
        assertThat(setup.config()).isSameAs(AgentRuntime.config());
    }

    @Test
    void noDestinationBegins_beforeTheOthersAreOpen() {
        one.opening = gate;
        record("a");
        Deadline.until("two is open, and one is not", () -> two.openNanos != 0 && one.isStuck);
        gate.countDown();
        until(one, "a");
        until(two, "a");

        assertThat(two.firstNanos).isGreaterThan(one.openNanos);
    }

    @Test
    void destinationThatCantBeOpened_holdsUpNobodyForLong() {
        one.opening = gate;
        record("a");

        until(two, "a");
        assertThat(one.names).isEmpty();
    }

    @Test
    void failingDestination_losesItsOwnSpansOnly_andIsTriedAgain() {
        one.failure = new IOException("the collector is away, start it");
        record("a");
        until(two, "a");
        Deadline.until("the failure is told", () -> log.text().contains("the collector is away, start it"));

        one.failure = new IllegalStateException("bug");
        record("b");
        until(two, "a", "b");
        one.failure = null;
        record("c");

        Deadline.until("the destination takes spans again", () -> one.names.contains("c"));
        assertThat(one.names).doesNotContain("a");
    }

    @Test
    void brokenDestination_stops_isClosed_andLeavesTheOtherAlone() {
        one.breakdown = new NoClassDefFoundError("org/library/Gone");
        record("a");
        Deadline.until("the breakdown is told", () -> log.text().contains("exporter one has stopped"));

        recordThroughTwo(3 * QUEUE);

        assertThat(one.names).isEmpty();
        assertThat(one.closes).isEqualTo(1);
    }

    @Test
    void unknownDestination_isTold_andLeavesTheOthersAlone() {
        pipeline.select(List.of("nowhere", "two"));
        record("a");

        until(two, "a");
        Deadline.until("it is told", () -> log.text().contains("there is no exporter nowhere"));
    }

    @Test
    void stuckDestination_delaysNobody_andWhatItCannotHoldIsCounted() {
        one.gate = gate;
        record("first");
        Deadline.until("one is stuck", () -> one.isStuck);

        int spans = 3 * QUEUE;
        recordThroughTwo(spans);
        Deadline.until("two has all", () -> two.names.size() == spans + 1);
        gate.countDown();
        Deadline.until("one has what its queue held", () -> one.names.size() == QUEUE + 1);
        pipeline.close();

        assertThat(one.names).startsWith("first", "s0", "s1").endsWith("s" + (QUEUE - 1));
        assertThat(log.text())
                .contains("exporter one did not deliver every span: 65 taken, 65 sent, 128 dropped, 0 failed")
                .doesNotContain("exporter two");
    }

    @Test
    void close_deliversWhatIsQueued_flushesAndCloses_once() {
        one.gate = gate;
        record("a");
        Deadline.until("one is stuck", () -> one.isStuck);
        record("b", "c");
        gate.countDown();

        pipeline.close();
        pipeline.close();

        assertThat(one.names).containsExactly("a", "b", "c");
        assertThat(two.names).containsExactly("a", "b", "c");
        assertThat(List.of(one.flushes, one.closes, two.flushes, two.closes)).containsOnly(1);
        assertThat(log.text()).isEmpty();
    }

    @Test
    void close_returnsInTime_andTellsWhatIsLeft_thoughADestinationIsStuck() {
        one.ignoresInterrupts = true;
        one.gate = gate;
        record("a");
        Deadline.until("one is stuck", () -> one.isStuck);
        record("b", "c");

        long start = System.nanoTime();
        pipeline.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(EXIT);
        assertThat(two.names).containsExactly("a", "b", "c");
        assertThat(two.closes).isEqualTo(1);
        assertThat(log.text()).contains("exporter one did not deliver every span", "3 left at the exit");
    }

    @Test
    void close_closesADestination_thatCannotFlush() {
        one.flushFailure = new IOException("disk full");
        record("a");

        pipeline.close();

        assertThat(one.names).containsExactly("a");
        assertThat(one.closes).isEqualTo(1);
        assertThat(log.text()).contains("exporter one", "disk full");
    }

    @Test
    void close_isNothing_whereNothingWasTraced() {
        pipeline.close();
        record("a");

        assertThat(threads()).isEmpty();
        assertThat(one.names).isEmpty();
    }

    @Test
    void select_closesWhatIsLeftOut_andOpensWhatIsNew() {
        record("a");
        until(one, "a");
        until(two, "a");

        pipeline.select(List.of("two"));
        record("b");
        until(two, "a", "b");
        Deadline.until("one is closed", () -> one.closes == 1);

        FakeExporter reopened = FakeDestination.exporter("one");
        pipeline.select(List.of("two", "one"));
        record("c");
        until(reopened, "c");
        until(two, "a", "b", "c");
        assertThat(one.names).containsExactly("a");
        assertThat(two.closes).isZero();
    }

    @Test
    void select_beforeTheFirstSpan_decidesWhatIsOpened() {
        pipeline.select(List.of("two"));
        record("a");

        until(two, "a");
        assertThat(one.setup).isNull();
    }

    @Test
    void select_afterTheEnd_opensNothing() {
        record("a");
        pipeline.close();

        pipeline.select(List.of("one"));

        assertThat(threads()).isEmpty();
    }

    private void record(String... names) {
        for (String name : names) {
            tracer.start(name, SpanKind.INTERNAL, "test", null).end();
        }
    }

    /** Records spans as fast as the second destination takes them. */
    private void recordThroughTwo(int spans) {
        for (int i = 0; i < spans; i++) {
            String name = "s" + i;
            record(name);
            if (i % (QUEUE / 2) == 0) {
                Deadline.until("two takes " + name, () -> two.names.contains(name));
            }
        }
    }

    private static void until(FakeExporter exporter, String... names) {
        Deadline.until("spans arrive", () -> exporter.names.equals(List.of(names)));
    }

    /** The destinations' threads that run. */
    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("narrative-export-(one|two)"))
                .toList();
    }
}
