package dev.narrative.model.masking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number in groups is found behind any number of groups that look like its beginning. */
final class RunsOfGroupsTest {
    private static final int MOST = 300;

    @ParameterizedTest
    @CsvSource({
        "CZ24, GB82 WEST 1234 5698 7654 32",
        "DE89, GB82 WEST 1234 5698 7654 32",
        "LC32, NO93 8601 1117 947",
        "AT20, AT61 1904 3002 3457 3201",
        "2803, 4111 1111 1111 1111",
        "5100, 5555 5555 5555 4444",
        "6011, 3056 9309 0259 04",
    })
    void hideNothing(String group, String number) {
        for (int groups = 0; groups < MOST; groups++) {
            String before = (group + " ").repeat(groups);

            assertThat(Masking.mask(before + number)).isEqualTo(before + "***");
            assertThat(Masking.mask(before + number + ", " + number)).isEqualTo(before + "***, ***");
        }
    }

    @ParameterizedTest
    @CsvSource({"4111-, 4111-1111-1111-1111", "CZ24 CZ24 CZ24  CZ24 , GB82 WEST 1234 5698 7654 32"})
    void hideNothing_whereOneBreaksOff(String groups, String number) {
        for (int times = 0; times < MOST; times++) {
            String before = groups.repeat(times) + "x ";

            assertThat(Masking.mask(before + number)).isEqualTo(before + "***");
        }
    }
}
