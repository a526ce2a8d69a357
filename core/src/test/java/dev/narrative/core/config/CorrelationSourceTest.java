package dev.narrative.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrelationSourceTest {
    @Test
    void readsAList_inItsOrder() {
        assertThat(ValueTypes.CORRELATION_SOURCES.parse("header: X-Chat, cookie:SESSION,attribute:chat.id"))
                .extracting(CorrelationSource::toString)
                .containsExactly("header:X-Chat", "cookie:SESSION", "attribute:chat.id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "heder:X; did you mean header?",
                "X-Session-Id; write where to look and the name",
                "header:; write where to look and the name",
                "header:Authorization; is a secret",
                "query:api_key; is a secret"
            })
    void refusesWhatItCantReadOrMustNotShow(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueTypes.CORRELATION_SOURCES.parse(text))
                .withMessageContaining(message);
    }
}
