package dev.narrative.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndedCallsTest {
    private final EndedCalls calls = EndedCalls.open();

    @AfterEach
    void close() {
        calls.close();
    }

    @Test
    void losesNothing_ofManyThreads() throws InterruptedException {
        int each = 20_000;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> add(each)));
        }
        ModelCallMetrics metrics = new ModelCallMetrics();
        threads.forEach(Thread::start);
        while (threads.stream().anyMatch(Thread::isAlive)) {
            calls.drain(metrics::count);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        calls.drain(metrics::count);

        HistogramPoint duration = Collected.of(metrics).histogram("gen_ai.client.operation.duration");
        assertThat(duration.count() + calls.lost()).isEqualTo(4L * each);
        assertThat(duration.sum()).isEqualTo(duration.count() * 0.5);
    }

    @Test
    void countsWhatFindsNoRoom() {
        add(40_000);

        List<EndedCall> taken = new ArrayList<>();
        calls.drain(taken::add);
        assertThat(taken).isNotEmpty();
        assertThat(calls.lost()).isEqualTo(40_000 - taken.size()).isPositive();
    }

    @Test
    void takesNothing_whenNobodyCounts() {
        calls.close();

        assertThat(EndedCalls.areCounted()).isFalse();
        EndedCalls.add(Calls.chat());
        calls.drain(call -> assertThat(call).isNull());
    }

    @Test
    void isNotClosed_byAnEarlierOne() {
        EndedCalls later = EndedCalls.open();
        calls.close();
        EndedCalls.add(Calls.chat());

        List<EndedCall> taken = new ArrayList<>();
        later.drain(taken::add);
        later.close();
        assertThat(taken).hasSize(1);
    }

    private static void add(int count) {
        for (int i = 0; i < count; i++) {
            EndedCalls.add(Calls.chat());
        }
    }
}
