package dev.narrative.model.prices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LiteralNamesTest {
    @Test
    void readsListsOfNames() {
        assertThat(LiteralNames.of("^gpt-4\\.1$")).containsExactly("gpt-4.1");
        assertThat(LiteralNames.of("(?:^a/b:c@1$|^GLM-5\\.2$)")).containsExactly("a/b:c@1", "GLM-5.2");
        assertThat(LiteralNames.of("^a$|^b$")).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "^",
                "^$",
                "a",
                "^a",
                "a$",
                "^a.b$",
                "^a\\d$",
                "^a\\$",
                "^a+$",
                "(?:^a$|^b)",
                "^(?:a|b)$",
                "(?:^a$|)",
                "(^a$)",
                "^a$|",
                "(?:^a$",
                "^a\\"
            })
    void leavesTheRestToExpressions(String regex) {
        assertThat(LiteralNames.of(regex)).isNull();
    }

    @Test
    void matchesTheSameNames_listedOrExpressed() {
        ModelPattern listed = ModelPattern.ofRegex("(?:^gpt-4\\.1$|^o1$)");
        ModelPattern expressed = ModelPattern.ofRegex("^(?:gpt-4\\.1|o1)$");

        for (String name : new String[] {"gpt-4.1", "GPT-4.1", "o1", "gpt-4x1", "gpt-4.1-mini", "xo1", ""}) {
            assertThat(listed.matches(name)).as(name).isEqualTo(expressed.matches(name));
        }
    }
}
