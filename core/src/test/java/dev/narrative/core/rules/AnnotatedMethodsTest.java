package dev.narrative.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.shop.AnnotatedDesk;
import com.shop.AnnotatedDoor;
import com.shop.WronglyAnnotated;
import dev.narrative.core.config.ConfigProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AnnotatedMethodsTest {
    private final List<ConfigProblem> problems = new ArrayList<>();

    @Test
    void readsWhatTheAnnotationsSay() throws IOException {
        Rule rule = named(methods(AnnotatedDesk.class), "place").rule();

        assertThat(rule.id()).isEqualTo("@Traced");
        assertThat(rule.source()).isEqualTo(AnnotatedDesk.class.getName() + "#place");
        assertThat(rule.name()).isNotNull();
        assertThat(rule.type()).isEqualTo("tool");
        assertThat(rule.layer()).isEqualTo("api");
        assertThat(rule.universe()).isEqualTo("ceremony");
        assertThat(rule.captures())
                .extracting(capture -> capture.path() + " as " + capture.target())
                .containsExactly("return as narrative.output", "this.city as city", "0.id as order.id", "2 as pieces");
        assertThat(rule.session()).hasToString("1.id");
        assertThat(problems).isEmpty();
    }

    @Test
    void classesAnnotation_meansItsPublicMethods_andSaysTheRest() throws IOException {
        List<MatchedMethod> methods = methods(AnnotatedDesk.class);

        assertThat(methods)
                .extracting(MatchedMethod::name)
                .containsExactlyInAnyOrder("place", "open", "ofStatic", "count");
        assertThat(named(methods, "open").rule().layer()).isEqualTo("core");
        assertThat(named(methods, "open").rule().name()).isNull();
    }

    @Test
    void unannotatedClass_hasOnlyItsAnnotatedMethods() throws IOException {
        assertThat(methods(AnnotatedDoor.class)).extracting(MatchedMethod::name).containsExactly("open");
    }

    @Test
    void rule_goesFirst_andTakesTheRest() throws IOException {
        RuleSet rules = new RuleSet(Rules.of(
                "narrative.trace.a = " + AnnotatedDesk.class.getName() + "#place",
                "narrative.trace.a.type = agent",
                "narrative.trace.a.capture = 0.name as order.id"));
        ClassFacts facts = TestClasses.facts(AnnotatedDesk.class);

        List<MatchedMethod> both = AnnotatedMethods.addTo(
                rules.match(facts, TestClasses.HIERARCHY), facts, bytes(AnnotatedDesk.class), problems);

        Rule rule = named(both, "place").rule();
        assertThat(rule.id()).isEqualTo("a");
        assertThat(rule.type()).isEqualTo("agent");
        assertThat(rule.layer()).isEqualTo("api");
        assertThat(rule.captures())
                .extracting(capture -> capture.path() + " as " + capture.target())
                .containsExactly(
                        "0.name as order.id", "return as narrative.output", "this.city as city", "2 as pieces");
        assertThat(both).hasSize(4);
    }

    @Test
    void whatIsWrong_isReported_andTheRestHolds() throws IOException {
        List<MatchedMethod> methods = methods(WronglyAnnotated.class);

        assertThat(named(methods, "wrong").rule().type()).isEqualTo("chain");
        assertThat(problems)
                .extracting(ConfigProblem::describe)
                .containsExactly(
                        WronglyAnnotated.class.getName()
                                + "#wrong: @Traced.capture keeps nothing by 'x as y': it is no path: 'x'"
                                + " must begin with an argument's number from 0, or with this, return or error",
                        WronglyAnnotated.class.getName()
                                + "#wrong: @Traced.capture keeps nothing by '0 as a b': it must have a"
                                + " name without blanks");
    }

    @Test
    void search_findsTheAnnotation_whereverItStands() throws IOException {
        assertThat(found(AnnotatedDesk.class)).isTrue();
        assertThat(found(AnnotatedDoor.class)).isTrue();
        assertThat(found(ArrayList.class)).isFalse();
        assertThat(found(RuleSet.class)).isFalse();
    }

    @Test
    void search_endsAtTheEnds() {
        byte[] name = TracedMarks.DESCRIPTOR.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] torn = java.util.Arrays.copyOf(name, name.length - 1);

        assertThat(AnnotationSearch.isIn(name)).isTrue();
        assertThat(AnnotationSearch.isIn(torn)).isFalse();
        assertThat(AnnotationSearch.isIn(new byte[0])).isFalse();
        for (int before = 0; before < 60; before++) {
            byte[] within = new byte[before + name.length + 7];
            java.util.Arrays.fill(within, (byte) ';');
            System.arraycopy(name, 0, within, before, name.length);
            assertThat(AnnotationSearch.isIn(within)).as("behind " + before).isTrue();
        }
    }

    @Test
    void search_passesOverWhatIsNeverTraced() throws IOException {
        byte[] desk = bytes(AnnotatedDesk.class);

        assertThat(AnnotationSearch.finds("com/shop/Desk", desk)).isTrue();
        assertThat(AnnotationSearch.finds("java/util/Desk", desk)).isFalse();
        assertThat(AnnotationSearch.finds("org/springframework/Desk", desk)).isFalse();
        assertThat(AnnotationSearch.finds("com/shop/Desk$$Enhancer", desk)).isFalse();
    }

    private List<MatchedMethod> methods(Class<?> type) throws IOException {
        return AnnotatedMethods.addTo(List.of(), TestClasses.facts(type), bytes(type), problems);
    }

    private static MatchedMethod named(List<MatchedMethod> methods, String name) {
        return methods.stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean found(Class<?> type) throws IOException {
        return AnnotationSearch.isIn(bytes(type));
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file))) {
            return in.readAllBytes();
        }
    }
}
