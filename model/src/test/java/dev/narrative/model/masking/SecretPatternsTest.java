package dev.narrative.model.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecretPatternsTest {
    @AfterEach
    void forget() {
        SecretPatterns.use(SecretPatterns.NONE);
    }

    @Test
    void masksWhatTheUserNames_besideWhatIsKnown() {
        SecretPatterns.use(SecretPatterns.of(List.of("ORD-\\d{6}", "(?i)customer [a-z]+")));

        assertThat(Masking.mask("Customer Ann (ann@shop.com) bought ORD-123456, password=x"))
                .isEqualTo("*** (***) bought ***, password=***");
    }

    @Test
    void masksOnce_whereBothFindSomething() {
        SecretPatterns.use(SecretPatterns.of(List.of("mail [a-z]+")));

        assertThat(Masking.mask("mail ann@shop.com now")).isEqualTo("*** now");
    }

    @Test
    void patternDoesNotBreakAKnownShape() {
        SecretPatterns.use(SecretPatterns.of(List.of("41")));

        assertThat(Masking.mask("4111 1111 1111 1111 and 41")).isEqualTo("*** and ***");
    }

    @Test
    void wrongPatternIsLeftOut_othersStay() {
        SecretPatterns patterns = SecretPatterns.of(List.of("(a", "b+"));
        SecretPatterns.use(patterns);

        assertThat(patterns.refused()).containsExactly("the pattern '(a' has no ) for its (");
        assertThat(Masking.mask("(abb")).isEqualTo("(a***");
    }

    @Test
    void queryIsMasked_evenWhereAPatternTakesItsMark() {
        SecretPatterns.use(SecretPatterns.of(List.of("\\?x=[a-z]+")));

        assertThat(Masking.maskQuery("x=abc")).isEqualTo("***");
    }

    @Test
    void sameInstance_whenNothingIsFound() {
        SecretPatterns.use(SecretPatterns.of(List.of("zzz")));
        String text = "nothing here";

        assertThat(Masking.mask(text)).isSameAs(text);
    }
}
