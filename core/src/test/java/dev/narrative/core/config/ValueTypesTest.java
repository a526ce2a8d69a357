package dev.narrative.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueTypesTest {
    @Test
    void readsDurationsSizesAndRates() {
        assertThat(ValueTypes.DURATION.parse("5ms")).isEqualTo(Duration.ofMillis(5));
        assertThat(ValueTypes.DURATION.parse("2 s")).isEqualTo(Duration.ofSeconds(2));
        assertThat(ValueTypes.DURATION.parse("1500")).isEqualTo(Duration.ofMillis(1500));
        assertThat(ValueTypes.SIZE.parse("64MB")).isEqualTo(64L << 20);
        assertThat(ValueTypes.SIZE.parse("100")).isEqualTo(100L);
        assertThat(ValueTypes.RATE.parse("200/s")).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNone() {
        assertRefused(ValueTypes.DURATION, "-5ms", "must be a duration");
        assertRefused(ValueTypes.DURATION, "ms", "must be a duration");
        assertRefused(ValueTypes.DURATION, "", "must be a duration");
        assertRefused(ValueTypes.DURATION, "999999999999d", "is too large");
        assertRefused(ValueTypes.DURATION, "99999999999999999999s", "is too large");
        assertRefused(ValueTypes.SIZE, "64 Mega", "must be a size");
        assertRefused(ValueTypes.RATE, "200", "must be a rate such as 200/s");
        assertRefused(ValueTypes.RATE, "0/s", "at least 1/s");
        assertRefused(ValueTypes.BOOLEAN, "yes", "must be true or false");
        assertRefused(ValueTypes.PAIRS, "a", "name=value");
        assertRefused(ValueTypes.RATIO, "NaN", "from 0.0 to 1.0");
        assertRefused(ValueTypes.OTLP_BASE, "localhost:4318", "http://");
        assertRefused(ValueTypes.HOSTS, "http://x/y", "no host name");
    }

    @Test
    void takesANameOnce_howeverOftenAListHasIt() {
        assertThat(AgentConfig.of(Map.of("narrative.exporters", "journal, otlp, journal"))
                        .get(Settings.EXPORTERS))
                .containsExactly("journal", "otlp");
    }

    @Test
    void leavesTornPercentEscapesAsTheyAre() {
        assertThat(ValueTypes.PAIRS.parse("a=1%2,b=%zz,c=%41+%c3%a9"))
                .containsEntry("a", "1%2")
                .containsEntry("b", "%zz")
                .containsEntry("c", "A+é");
    }

    @Test
    void defaultHosts_leaveOutModelProviders() {
        HostPatterns hosts = AgentConfig.defaults().get(Settings.PROPAGATION_HOSTS);

        assertThat(hosts.matches("localhost")).isTrue();
        assertThat(hosts.matches("shop.internal")).isTrue();
        assertThat(hosts.matches("api.openai.com")).isFalse();
        assertThat(hosts.matches("API.Anthropic.com")).isFalse();
        assertThat(hosts.matches("bedrock-runtime.eu-west-1.amazonaws.com")).isFalse();
    }

    @Test
    void excludesAlone_areTakenFromAllHosts() {
        HostPatterns hosts = ValueTypes.HOSTS.parse("!*.example.com");

        assertThat(hosts.matches("example.org")).isTrue();
        assertThat(hosts.matches("a.example.com")).isFalse();
        assertThat(ValueTypes.HOSTS.parse("").matches("any")).isFalse();
    }

    private static void assertRefused(Setting.Type<?> type, String text, String message) {
        assertThatThrownBy(() -> type.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
