package dev.narrative.core.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.shop.Item;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class NameTemplateTest {
    private final ValueRenderer renderer = new ValueRenderer(1_000, 4, 5, UnaryOperator.identity());

    @Test
    void fillsInValues_missingOnesAsQuestionMarks() {
        assertThat(render("Place {0.sku} x{0.count}", new Item("a", 2))).isEqualTo("Place a x2");
        assertThat(render("Place {1}", new Item("a", 2))).isEqualTo("Place ?");
        assertThat(render("No values", "x")).isEqualTo("No values");
    }

    @Test
    void boundsTheNameAndReplacesControls() {
        assertThat(render("{0}", "a\r\nb\u0000")).isEqualTo("a  b ");
        assertThat(render("{0}", "x".repeat(100_000))).hasSize(200).endsWith("…");
        assertThat(render("{0}", "😀".repeat(200))).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void knowsWhetherItNeedsTheOutcome() {
        assertThat(NameTemplate.parse("a {0}").needsEnd()).isFalse();
        assertThat(NameTemplate.parse("a {return.id}").needsEnd()).isTrue();
    }

    @Test
    void refusesOpenBracesAndWrongPaths() {
        assertThatThrownBy(() -> NameTemplate.parse("a {0")).hasMessageContaining("{ without its }");
        assertThatThrownBy(() -> NameTemplate.parse("a 0}")).hasMessageContaining("} without its {");
        assertThatThrownBy(() -> NameTemplate.parse("{{0}}")).hasMessageContaining("unexpected '{'");
        assertThatThrownBy(() -> NameTemplate.parse("{}")).hasMessageContaining("empty step");
        assertThatThrownBy(() -> NameTemplate.parse("  ")).hasMessageContaining("must not be empty");
    }

    private String render(String template, Object argument) {
        return NameTemplate.parse(template).render(renderer, null, new Object[] {argument}, null, null);
    }
}
