package dev.narrative.core.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.shop.Customer;
import com.shop.Item;
import com.shop.Status;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValueRendererTest {
    private final ValueRenderer renderer = new ValueRenderer(300, 4, 5, UnaryOperator.identity());

    @Test
    void keepsTheTypeOfSingleValues() {
        assertThat(renderer.render(7)).isEqualTo(7L);
        assertThat(renderer.render((byte) 7)).isEqualTo(7L);
        assertThat(renderer.render(1.5f)).isEqualTo(1.5);
        assertThat(renderer.render(0.1f)).isEqualTo(0.1);
        assertThat(renderer.render(new BigDecimal("12.50"))).isEqualTo(12.5);
        assertThat(renderer.render(new BigInteger("99999999999999999999"))).isEqualTo("99999999999999999999");
        assertThat(renderer.render(new AtomicLong(3))).isEqualTo(3L);
        assertThat(renderer.render(true)).isEqualTo(true);
        assertThat(renderer.render("text")).isEqualTo("text");
        assertThat(renderer.render('c')).isEqualTo("c");
        assertThat(renderer.render(Optional.of(2))).isEqualTo(2L);
        assertThat(renderer.render(null)).isNull();
        assertThat(renderer.render(Optional.empty())).isNull();
    }

    @Test
    @SuppressWarnings("JavaUtilDate")
    void writesTheJdksValuesAsText() {
        assertThat(renderer.render(Status.PAID)).isEqualTo("PAID");
        assertThat(renderer.render(new UUID(0, 1))).isEqualTo("00000000-0000-0000-0000-000000000001");
        assertThat(renderer.render(LocalDate.of(2026, 1, 2))).isEqualTo("2026-01-02");
        assertThat(renderer.render(Duration.ofSeconds(2))).isEqualTo("PT2S");
        assertThat(renderer.render(URI.create("http://a/b"))).isEqualTo("http://a/b");
        assertThat(renderer.render(new Date(0))).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(renderer.render(String.class)).isEqualTo("java.lang.String");
        assertThat(renderer.render(new File("a/b"))).isEqualTo("a" + File.separator + "b");
        assertThat(renderer.render(new StringBuilder("tliub").reverse())).isEqualTo("built");
    }

    @Test
    void writesContainersAsJson() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("n", 1);
        map.put("none", null);
        map.put("s", "a\"b\\\n\u0001");
        map.put("nan", Double.NaN);

        assertThat(renderer.render(map))
                .isEqualTo("{\"n\":1,\"none\":null,\"s\":\"a\\\"b\\\\\\n\\u0001\",\"nan\":\"NaN\"}");
        assertThat(renderer.render(List.of(1, "b", Status.OPEN))).isEqualTo("[1,\"b\",\"OPEN\"]");
        assertThat(renderer.render(new int[][] {{1, 2}, {3}})).isEqualTo("[[1,2],[3]]");
        assertThat(renderer.render(new byte[1000])).isEqualTo("\"byte[1000]\"");
    }

    @Test
    void writesObjectsByTheirFields_withoutCallingThem() {
        assertThat(renderer.render(new Item("a", 2))).isEqualTo("{\"sku\":\"a\",\"count\":2}");
        assertThat(renderer.render(new Customer("Ann")))
                .isEqualTo("{\"name\":\"Ann\",\"password\":\"***\",\"tokenCount\":7,\"friend\":null}");
    }

    @Test
    void hidesSecretsInMapsAndBehindPaths() {
        assertThat(renderer.render(Map.of("api_key", "k"))).isEqualTo("{\"api_key\":\"***\"}");
        assertThat(renderer.render(Map.of("Authorization", List.of("Bearer x"))))
                .isEqualTo("{\"Authorization\":\"***\"}");
        assertThat(renderer.render(CapturePath.parse("0.password"), "hunter2")).isEqualTo("***");
        assertThat(renderer.render(CapturePath.parse("0.totalTokens"), 12)).isEqualTo(12L);
    }

    @Test
    void endsCycles() {
        Customer ann = new Customer("Ann");
        ann.setFriend(ann);
        List<Object> self = new ArrayList<>();
        self.add(self);

        assertThat(renderer.render(ann)).asString().endsWith("\"friend\":\"(cycle)\"}");
        assertThat(renderer.render(self)).isEqualTo("[\"(cycle)\"]");
    }

    @Test
    void boundsDepthItemsAndLength() {
        List<Object> deep = List.of(List.of(List.of(List.of(List.of("bottom")))));
        Customer chain = new Customer("0");
        Customer last = chain;
        for (int i = 1; i < 100_000; i++) {
            Customer next = new Customer("" + i);
            last.setFriend(next);
            last = next;
        }

        assertThat(renderer.render(deep)).isEqualTo("[[[[\"…\"]]]]");
        assertThat(renderer.render(List.of(1, 2, 3, 4, 5, 6))).isEqualTo("[1,2,3,4,5,\"…\"]");
        assertThat(renderer.render(new int[10_000_000])).isEqualTo("[0,0,0,0,0,\"…\"]");
        assertThat(renderer.render("x".repeat(10_000_000)))
                .asString()
                .hasSize(300)
                .endsWith("…");
        assertThat(renderer.render(List.of("\u0001".repeat(10_000), "b")))
                .asString()
                .hasSizeLessThan(600)
                .endsWith("]");
        assertThat(renderer.render(chain)).asString().hasSizeLessThan(600);
        assertThat(renderer.render(Map.of("k".repeat(10_000), "v".repeat(10_000))))
                .asString()
                .hasSizeLessThan(600);
    }

    @Test
    void cutsBetweenCharacters_neverWithin() {
        ValueRenderer small = new ValueRenderer(16, 4, 5, UnaryOperator.identity());

        String cut = String.valueOf(small.render("😀".repeat(20)));

        assertThat(cut).endsWith("…");
        assertThat(Character.isHighSurrogate(cut.charAt(cut.length() - 2))).isFalse();
    }

    @Test
    void leavesUnknownCollectionsAndResourcesAlone() {
        List<Object> lazy = new AbstractList<>() {
            @Override
            public Object get(int index) {
                throw new IllegalStateException("loaded");
            }

            @Override
            public int size() {
                throw new IllegalStateException("loaded");
            }
        };
        ByteArrayInputStream stream = new ByteArrayInputStream(new byte[] {1});

        assertThat(renderer.render(lazy)).asString().contains(getClass().getName());
        assertThat(renderer.render(Collections.unmodifiableList(lazy)))
                .asString()
                .contains("UnmodifiableList");
        assertThat(renderer.render(Collections.unmodifiableList(new ArrayList<>(List.of(1)))))
                .isEqualTo("[1]");
        assertThat(renderer.render(stream)).isEqualTo("\"java.io.ByteArrayInputStream\"");
        assertThat(stream.available()).isEqualTo(1);
        assertThat(renderer.render((Runnable) () -> {})).asString().contains("Lambda");
        assertThat(renderer.render(new Object())).isEqualTo("\"java.lang.Object\"");
    }

    @Test
    void masksEveryText_alsoAtTheEdge() {
        ValueRenderer masking = new ValueRenderer(20, 4, 5, text -> text.replace("4111111111111111", "****"));

        assertThat(masking.render("card 4111111111111111")).isEqualTo("card ****");
        assertThat(masking.render("0123456789abc 4111111111111111")).isEqualTo("0123456789abc ****");
        assertThat(masking.render(List.of("4111111111111111"))).isEqualTo("[\"****\"]");
    }

    @Test
    void failingMaskGivesTheClassName_neverTheText() {
        ValueRenderer failing = new ValueRenderer(20, 4, 5, text -> {
            throw new IllegalStateException("mask");
        });

        assertThat(failing.render("secret")).isEqualTo("java.lang.String");
    }
}
