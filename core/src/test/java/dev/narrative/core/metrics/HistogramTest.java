package dev.narrative.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private static final AttributeSet A = AttributeSet.NONE.with("model", "a");
    private static final AttributeSet B = AttributeSet.NONE.with("model", "b");

    private final Histogram histogram = new Histogram(new MetricName("s", "n", "u", "d"), List.of(1.0, 4.0, 16.0));

    @Test
    void countsAValueThatEqualsABound_inTheBucketThatEndsThere() {
        for (double value : new double[] {0, 1, 1.5, 4, 4.1, 16, 16.1, 1_000}) {
            histogram.record(A, value);
        }

        assertThat(point(0).buckets()).containsExactly(2L, 2L, 2L, 2L);
        assertThat(point(0).bounds()).containsExactly(1.0, 4.0, 16.0);
    }

    @Test
    void tellsCountSumAndExtremes() {
        histogram.record(A, 3);
        histogram.record(A, 2);
        histogram.record(A, 7);

        assertThat(point(0).count()).isEqualTo(3);
        assertThat(point(0).sum()).isEqualTo(12);
        assertThat(point(0).min()).isEqualTo(2);
        assertThat(point(0).max()).isEqualTo(7);
    }

    @Test
    void keepsItsSeriesApart() {
        histogram.record(A, 1);
        histogram.record(B, 2);
        histogram.record(AttributeSet.NONE.with("model", "a"), 3);

        assertThat(point(0).attributes()).isEqualTo(A);
        assertThat(point(0).count()).isEqualTo(2);
        assertThat(point(1).attributes()).isEqualTo(B);
    }

    @Test
    void leavesOutWhatIsNoMeasurement() {
        histogram.record(A, -1);
        histogram.record(A, Double.NaN);
        histogram.record(A, Double.POSITIVE_INFINITY);

        assertThat(histogram.collect().points()).isEmpty();
    }

    @Test
    void countsInOneSeries_whatIsTooMuch() {
        for (int i = 0; i < 3 * Series.MOST; i++) {
            histogram.record(AttributeSet.NONE.with("model", "m" + i), 1);
        }

        List<? extends MetricPoint> points = histogram.collect().points();
        assertThat(points).hasSize(Series.MOST);
        HistogramPoint last = point(Series.MOST - 1);
        assertThat(last.attributes().values()).containsEntry("otel.metric.overflow", true);
        assertThat(last.count()).isEqualTo(2 * Series.MOST + 1);
    }

    @Test
    void forgetsItsSeries_whenReset() {
        histogram.record(A, 1);
        histogram.reset();
        histogram.record(B, 2);

        assertThat(histogram.collect().points()).hasSize(1);
        assertThat(point(0).attributes()).isEqualTo(B);
    }

    private HistogramPoint point(int index) {
        return (HistogramPoint) histogram.collect().points().get(index);
    }
}
