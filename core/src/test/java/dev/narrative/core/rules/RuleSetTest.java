package dev.narrative.core.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.shop.BaseRepository;
import com.shop.OrderRepository;
import com.shop.OrderService;
import com.shop.Repository;
import java.util.stream.Collectors;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSetTest {
    @Test
    void letsPassWhatNoRuleNames() {
        RuleSet rules = set("narrative.trace.a = com.shop.OrderService#place", "narrative.trace.b = org.app.**#*");

        assertThat(rules.mayMatch("com/shop/OrderService")).isTrue();
        assertThat(rules.mayMatch("com/shop/OrderServices")).isFalse();
        assertThat(rules.mayMatch("org/app/deep/Any")).isTrue();
        assertThat(rules.mayMatch("org/application/Any")).isFalse();
        assertThat(RuleSet.NONE.mayMatch("com/shop/OrderService")).isFalse();
    }

    @Test
    void findsNestedClassesHoweverTheyAreWritten() {
        assertThat(set("narrative.trace.a = com.shop.OrderService.Desk#open").mayMatch("com/shop/OrderService$Desk"))
                .isTrue();
        assertThat(set("narrative.trace.a = com.shop.OrderService$Desk#open").mayMatch("com/shop/OrderService$Desk"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java/util/ArrayList",
                "javax/sql/DataSource",
                "jdk/internal/misc/VM",
                "sun/misc/Unsafe",
                "com/sun/proxy/X",
                "io/opentelemetry/javaagent/X",
                "datadog/trace/X",
                "co/elastic/apm/X",
                "org/glowroot/X",
                "com/newrelic/X",
                "com/dynatrace/X",
                "net/bytebuddy/X",
                "dev/narrative/boot/X",
                "dev/narrative/core/X",
                "com/shop/OrderService$$EnhancerBySpringCGLIB$$1",
                "com/shop/OrderService$$SpringCGLIB$$0",
                "com/shop/OrderService$$Lambda/0x0000000800c03000",
                "com/shop/$Proxy12",
                "com/shop/Order$HibernateProxy$x",
                "com/shop/OrderService$ByteBuddy$x"
            })
    void neverTracesThese(String name) {
        assertThat(set("narrative.trace.a = **#place").mayMatch(name)).isFalse();
    }

    @Test
    void tracesTheTestApplicationAndOrdinaryNames() {
        RuleSet rules = set("narrative.trace.a = **#place");

        assertThat(rules.mayMatch("dev/narrative/testapp/Studio")).isTrue();
        assertThat(rules.mayMatch("com/shop/Order$ProxyService")).isTrue();
        assertThat(rules.mayMatch("Main")).isTrue();
    }

    @Test
    void holdsManyExactNames() {
        String[] lines = new String[500];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "narrative.trace.r" + i + " = com.shop.C" + i + "#m";
        }
        RuleSet rules = set(lines);

        for (int i = 0; i < lines.length; i++) {
            assertThat(rules.mayMatch("com/shop/C" + i)).isTrue();
        }
        assertThat(rules.mayMatch("com/shop/C500")).isFalse();
    }

    @Test
    void mostExactRuleWins_thenTheFirst() {
        RuleSet rules = set(
                "narrative.trace.wide = com.shop.**#*",
                "narrative.trace.wide2 = com.shop.*#*",
                "narrative.trace.type = com.shop.OrderService#*",
                "narrative.trace.exact = com.shop.OrderService#place",
                "narrative.trace.arguments = com.shop.OrderService#place(String)");

        String winners = rules.match(TestClasses.facts(OrderService.class), TestClasses.HIERARCHY).stream()
                .map(match -> match.name() + '=' + match.rule().id())
                .collect(Collectors.joining(" "));

        assertThat(winners).isEqualTo("place=exact place=arguments cancel=type helper=type getReport=type main=type");
        assertThat(rules.match(TestClasses.facts(OrderRepository.class), TestClasses.HIERARCHY))
                .allSatisfy(match -> assertThat(match.rule().id()).isEqualTo("wide"));
    }

    @Test
    void excludesMethodsAndClasses() {
        RuleSet rules = set(
                "narrative.trace.app = com.shop.**#*",
                "narrative.trace.app.exclude = **#get*, **#main, com.shop.Order*Repository, @Audited");

        assertThat(rules.match(TestClasses.facts(OrderService.class), TestClasses.HIERARCHY))
                .extracting(MatchedMethod::name)
                .containsExactly("place", "place", "helper");
        assertThat(rules.match(TestClasses.facts(OrderRepository.class), TestClasses.HIERARCHY))
                .isEmpty();
    }

    @Test
    void tracesDefaultMethodsOfInterfaces_butNothingAbstract() {
        RuleSet rules = set("narrative.trace.app = com.shop.**#*");

        assertThat(rules.match(TestClasses.facts(Repository.class), TestClasses.HIERARCHY))
                .extracting(MatchedMethod::name)
                .containsExactly("count");
        assertThat(rules.match(TestClasses.facts(BaseRepository.class), TestClasses.HIERARCHY))
                .extracting(MatchedMethod::name)
                .containsExactly("save");
    }

    @Test
    void countsMatches_andKnowsWhatMatchedNothing() {
        RuleSet rules = set(
                "narrative.trace.a = com.shop.OrderService#place",
                "narrative.trace.b = com.shop.Nothing#at",
                "narrative.trace.c = com.shop.Off#at",
                "narrative.trace.c.enabled = false");
        rules.match(TestClasses.facts(OrderService.class), TestClasses.HIERARCHY);

        assertThat(rules.matched(rules.rules().get(0))).isEqualTo(2);
        assertThat(rules.unmatched()).extracting(Rule::id).containsExactly("b");
        assertThat(rules.mayMatch("com/shop/Off")).isFalse();
    }

    @Test
    void cyclesAndMissingClassesAreHarmless() {
        ClassFacts a = ClassFacts.read(classFile("com/shop/A", "com/shop/B"));
        ClassFacts b = ClassFacts.read(classFile("com/shop/B", "com/shop/A"));
        RuleSet rules = set("narrative.trace.a = implements com.shop.Missing com.shop.**#run");

        assertThat(rules.match(a, name -> name.equals("com/shop/B") ? b : a)).isEmpty();
        assertThat(rules.match(a, Hierarchy.NONE)).isEmpty();
        assertThat(set("narrative.trace.a = implements B com.shop.**#run").match(a, Hierarchy.NONE))
                .hasSize(1);
    }

    @Test
    void tornClassFileIsRefused() {
        assertThatThrownBy(() -> ClassFacts.read(new byte[] {1, 2, 3})).isInstanceOf(IllegalArgumentException.class);
        byte[] torn = java.util.Arrays.copyOf(classFile("com/shop/A", "com/shop/B"), 60);
        assertThatThrownBy(() -> ClassFacts.read(torn)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsWhetherWeavingChanges() {
        RuleSet rules = set("narrative.trace.a = com.shop.A#b", "narrative.trace.a.name = x");

        assertThat(rules.weavesLike(set("narrative.trace.a = com.shop.A#b", "narrative.trace.a.name = y")))
                .isTrue();
        assertThat(rules.weavesLike(set("narrative.trace.a = com.shop.A#b", "narrative.trace.a.name = {0}")))
                .isFalse();
        assertThat(rules.weavesLike(set("narrative.trace.a = com.shop.A#c"))).isFalse();
        assertThat(rules.weavesLike(RuleSet.NONE)).isFalse();
    }

    private static RuleSet set(String... lines) {
        return new RuleSet(Rules.of(lines));
    }

    private static byte[] classFile(String name, String parent) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, parent, new String[0]);
        var method = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", "()V", null, null);
        method.visitCode();
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
