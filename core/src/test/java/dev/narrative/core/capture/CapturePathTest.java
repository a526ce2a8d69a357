package dev.narrative.core.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.shop.Customer;
import com.shop.Item;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapturePathTest {
    private final Customer ann = new Customer("Ann");

    @Test
    void beginsAtArgumentsThisReturnAndError() {
        IllegalStateException error = new IllegalStateException("no stock");

        assertThat(resolve("1.name", "x", ann)).isEqualTo("Ann");
        assertThat(CapturePath.parse("this.name").resolve(ann, null, null, null))
                .isEqualTo("Ann");
        assertThat(CapturePath.parse("return.sku").resolve(null, null, new Item("a", 1), null))
                .isEqualTo("a");
        assertThat(CapturePath.parse("error.message").resolve(null, null, null, error))
                .isEqualTo("no stock");
        assertThat(CapturePath.parse("error.message").resolve(null, null, null, null))
                .isNull();
    }

    @Test
    void readsGettersFlagsRecordsFieldsAndMethods() {
        assertThat(resolve("0.vip", ann)).isEqualTo(true);
        assertThat(resolve("0.password", ann)).isEqualTo("hunter2");
        assertThat(resolve("0.secrets", ann)).isNotNull();
        assertThat(resolve("0.doubled()", new Item("a", 4))).isEqualTo(8);
        assertThat(resolve("0.size", List.of(1, 2))).isEqualTo(2);
    }

    @Test
    void readsMapsListsArraysAndOptionals() {
        Map<String, Object> map = Map.of("a.b", "dotted", "7", "seven", "list", List.of("x", "y"));
        ann.setFriend(new Customer("Bob"));

        assertThat(resolve("0[a.b]", map)).isEqualTo("dotted");
        assertThat(resolve("0.7", map)).isEqualTo("seven");
        assertThat(resolve("0.list[1]", map)).isEqualTo("y");
        assertThat(resolve("0.list.5", map)).isNull();
        assertThat(resolve("0.3", new TreeMap<>(Map.of(3, "three")))).isEqualTo("three");
        assertThat(resolve("0[0][1]", (Object) new int[][] {{1, 2}})).isEqualTo(2);
        assertThat(resolve("0.length", (Object) new int[3])).isEqualTo(3);
        assertThat(resolve("0.friend.name", ann)).isEqualTo("Bob");
        assertThat(resolve("0", Optional.of("in"))).isEqualTo("in");
        assertThat(resolve("0", Optional.empty())).isNull();
    }

    @Test
    void reachesThroughPublicInterfacesOfClosedClasses() {
        Map<String, String> closed = Collections.unmodifiableMap(new HashMap<>(Map.of("a", "b")));

        assertThat(resolve("0.key", closed.entrySet().iterator().next())).isEqualTo("a");
        assertThat(resolve("0.empty", List.of())).isEqualTo(true);
    }

    @Test
    void missingStepsAndThrowingGettersGiveNullAndAreCounted() {
        CapturePath missing = CapturePath.parse("0.nobody.name");
        CapturePath broken = CapturePath.parse("0.broken");
        CapturePath outside = CapturePath.parse("5");

        assertThat(missing.resolve(null, new Object[] {ann}, null, null)).isNull();
        assertThat(broken.resolve(null, new Object[] {ann}, null, null)).isNull();
        assertThat(broken.resolve(null, new Object[] {ann}, null, null)).isNull();
        assertThat(outside.resolve(null, new Object[] {ann}, null, null)).isNull();
        assertThat(missing.failures()).isEqualTo(1);
        assertThat(broken.failures()).isEqualTo(2);
        assertThat(outside.failures()).isEqualTo(1);
    }

    @Test
    void nullOnTheWayIsNoFailure() {
        CapturePath path = CapturePath.parse("0.friend.name");

        assertThat(path.resolve(null, new Object[] {ann}, null, null)).isNull();
        assertThat(path.failures()).isZero();
    }

    @Test
    void fieldsOfTheJdkStayClosed() {
        CapturePath path = CapturePath.parse("0.value");

        assertThat(path.resolve(null, new Object[] {"text"}, null, null)).isNull();
        assertThat(path.failures()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''       | has an empty step
                    id       | must begin with an argument's number
                    -1       | must begin with an argument's number
                    300      | must begin with an argument's number
                    0..id    | has an empty step
                    0.id.    | has an empty step
                    0.a b    | unexpected ' '
                    0.a]     | unexpected ']'
                    0[       | must name an index or a key
                    0[]      | must name an index or a key
                    0[1]x    | unexpected 'x'
                    {0}      | unexpected '{'
                    0.a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q | more than 16 steps
                    """)
    void refusesWhatIsNoPath(String text, String message) {
        assertThatThrownBy(() -> CapturePath.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static @Nullable Object resolve(String path, Object... arguments) {
        return CapturePath.parse(path).resolve(null, arguments, null, null);
    }
}
