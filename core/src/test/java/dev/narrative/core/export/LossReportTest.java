package dev.narrative.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.log.CapturedLog;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LossReportTest {
    private final CapturedLog log = new CapturedLog();
    private final DestinationCounters counters = new DestinationCounters();
    private final LossReport report = new LossReport("otlp", counters);

    @AfterEach
    void restore() {
        log.close();
    }

    @Test
    void tellsEachCause_andWhatToDo() {
        counters.countLost(LossCause.QUEUE_FULL, 2, null);
        counters.countLost(LossCause.REFUSED, 1, "answered 400 (odd id)");

        report.tell(0);

        assertThat(log.text())
                .contains("WARN exporter otlp: lost 3 spans: 2 queue full; raise narrative.queue.size,")
                .contains(" - 1 refused (answered 400 (odd id))");
    }

    @Test
    void tellsWhatIsNew_onceAMinute() {
        counters.countLost(LossCause.SPOOL_FULL, 1, null);
        report.tell(0);
        counters.countLost(LossCause.SPOOL_FULL, 4, null);
        report.tell(TimeUnit.SECONDS.toNanos(59));
        assertThat(log.text()).containsOnlyOnce("lost");

        report.tell(TimeUnit.SECONDS.toNanos(61));

        assertThat(log.text()).contains("lost 4 spans: 4 spool full");
    }

    @Test
    void tellsTheRestAtTheEnd() {
        counters.countLost(LossCause.SPOOL_FULL, 1, null);
        report.tell(0);
        counters.countLost(LossCause.SPOOL_FULL, 1, null);

        report.tellRest();
        report.tellRest();

        assertThat(log.text().lines()).hasSize(2);
    }

    @Test
    void saysNothing_whereNothingIsLost() {
        report.tell(0);
        report.tellRest();

        assertThat(log.text()).isEmpty();
    }
}
