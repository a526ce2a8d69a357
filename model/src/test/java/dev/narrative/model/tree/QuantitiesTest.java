package dev.narrative.model.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0ns",
        "-5, 0ns",
        "999, 999ns",
        "1000, 1.00us",
        "12345, 12.3us",
        "999499, 999us",
        "999500, 1.00ms",
        "1204999, 1.20ms",
        "99950000, 100ms",
        "999499999, 999ms",
        "999500000, 1.00s",
        "8410000000, 8.41s",
        "59949999999, 59.9s",
        "59950000000, 1m00s",
        "125000000000, 2m05s",
        "3725000000000, 1h02m"
    })
    void writesDurations(long nanos, String expected) {
        assertThat(Quantities.duration(nanos, true)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "999, 999",
        "1000, 1k",
        "1949, 1.9k",
        "12100, 12.1k",
        "999949, 999.9k",
        "999950, 1M",
        "3440000, 3.4M"
    })
    void writesCounts(long count, String expected) {
        assertThat(Quantities.count(count)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0412, $0.0412",
        "0.00004, $0.000040",
        "0.00000302, $0.0000030",
        "0.00014567, $0.00015",
        "0, $0.0000",
        "12.346, $12.35",
        "NaN, $?"
    })
    void writesCosts(double dollars, String expected) {
        assertThat(Quantities.cost(dollars)).isEqualTo(expected);
    }
}
