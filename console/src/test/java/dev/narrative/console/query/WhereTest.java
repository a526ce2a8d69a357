package dev.narrative.console.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WhereTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void readsConditions() {
        assertThat(Where.parse(
                        " model=gpt-4o  cost>$0.01 name ~ \"narrate scene\" status!=ok duration<=1.5s user=='a*'"))
                .containsExactly(
                        Condition.text(TraceField.MODEL, Comparison.EQUAL, "gpt-4o"),
                        Condition.number(TraceField.COST, Comparison.GREATER, 0.01),
                        Condition.text(TraceField.NAME, Comparison.CONTAINS, "narrate scene"),
                        Condition.text(TraceField.STATUS, Comparison.DIFFERENT, "ok"),
                        Condition.number(TraceField.DURATION, Comparison.AT_MOST, 1.5e9),
                        Condition.text(TraceField.USER, Comparison.IS, "a*"));
        assertThat(Where.parse("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "modle=x | did you mean model?",
                "=x | a field was expected",
                "model | was expected after 'model'",
                "model= | compared with nothing",
                "name=\"open | is not closed",
                "cost>much | which is no number",
                "cost~1 | can't be compared by ~",
                "session<1 | can't be compared by <",
                "status=fine | is no status",
                "duration>5 | is no duration",
            })
    void saysWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> Where.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void readsMoments() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThat(moment("90m", ZoneOffset.UTC)).isEqualTo(Instant.parse("2026-11-21T10:30:00Z"));
        assertThat(moment("2026-11-20", berlin)).isEqualTo(Instant.parse("2026-11-19T23:00:00Z"));
        assertThat(moment("2026-11-20T14:30", berlin)).isEqualTo(Instant.parse("2026-11-20T13:30:00Z"));
        assertThat(moment("2026-11-20 14:30:05", ZoneOffset.UTC)).isEqualTo(Instant.parse("2026-11-20T14:30:05Z"));
        assertThat(moment("2026-11-20T14:30:00+02:00", berlin)).isEqualTo(Instant.parse("2026-11-20T12:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "5", "1w", "-1h", "2026-13-01", "2026-11-21T25:00", "99999999999999999999h", "h"})
    void refuses_whatIsNoMoment(String text) {
        assertThatThrownBy(() -> moment(text, ZoneOffset.UTC)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "bm9wZQ", "MTIvenp6", "12/abc"})
    void refuses_whatIsNoCursor(String text) {
        assertThatThrownBy(() -> TraceCursor.parse(text)).isInstanceOf(IllegalArgumentException.class);
        TraceCursor cursor = new TraceCursor(-5, new TraceId(-1, 2));
        assertThat(TraceCursor.parse(cursor.toString())).isEqualTo(cursor);
        SessionCursor session = new SessionCursor(7, "a/ü b");
        assertThat(SessionCursor.parse(session.toString())).isEqualTo(session);
    }

    private static Instant moment(String text, ZoneId zone) {
        return Instant.EPOCH.plusNanos(TimeText.momentNanos(text, NOW, zone));
    }
}
