package dev.narrative.testing.agent.methods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.JvmResult;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.TestedJdks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ArgumentsSource(TestedJdks.class)
record KindsIT(Path jdk) {
    private static final String PACKAGE = "dev.narrative.testing.agent.methods.";
    private static final String PROPERTIES = """
            narrative.trace.program = P.KindsProgram#*
            narrative.trace.program.exclude = P.KindsProgram#price*, P.KindsProgram#audited
            narrative.trace.program.capture = return as result
            narrative.trace.nested = P.KindsProgram$*#*
            narrative.trace.nested.exclude = P.KindsProgram$OuterOnly
            narrative.trace.priced = implements P.Priced#price
            narrative.trace.priced.capture = 0 as pieces, return as price
            narrative.trace.default = P.Priced#priceOfOne
            narrative.trace.default.capture = return as price
            narrative.trace.audited = @P.Audited
            """.replace("P.", PACKAGE);

    @TempDir
    private static Path directory;

    private static JvmResult plain;
    private static JvmResult result;
    private static Traces traces;

    @BeforeParameterizedClassInvocation
    static void run(Path jdk) {
        plain = AgentRun.in(directory).on(jdk).program(KindsProgram.class).run();
        AgentRun run = AgentRun.in(directory).on(jdk).properties(PROPERTIES).program(KindsProgram.class);
        result = run.run();
        traces = Traces.read(run.journal());
    }

    @Test
    void changesNothing_thatTheProgramDoes() {
        assertThat(result.stdout()).isEqualTo(plain.stdout());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ofStatic",
                "ofFinal",
                "ofSynchronized",
                "ofPrivate",
                "ofInt",
                "ofLong",
                "ofDouble",
                "ofBoolean",
                "ofVarargs",
                "ofArray",
                "ofGeneric",
                "ofManyExits",
                "ofVoid"
            })
    void tracesOnce_whatIsCalledOnce(String method) {
        RecordedSpan span = traces.named("KindsProgram." + method);

        assertThat(span.attribute("narrative.rule")).isEqualTo("program");
        assertThat(span.attribute("code.function.name")).isEqualTo(PACKAGE + "KindsProgram." + method);
        assertThat(traces.parentOf(span).map(RecordedSpan::name)).contains("KindsProgram.main");
    }

    @Test
    void capturesResults_ofEveryType() {
        assertThat(resultOf("ofStatic")).isEqualTo("static");
        assertThat(resultOf("ofInt")).isEqualTo("2");
        assertThat(resultOf("ofLong")).isEqualTo("6");
        assertThat(resultOf("ofDouble")).isEqualTo("3.0");
        assertThat(resultOf("ofBoolean")).isEqualTo("true");
        assertThat(resultOf("ofArray")).isEqualTo("[1,2]");
        assertThat(resultOf("ofVoid")).isNull();
    }

    @Test
    void tracesEachCall_ofARecursion() {
        assertThat(traces.allNamed("KindsProgram.ofRecursion")).hasSize(4);
        RecordedSpan deepest = traces.allNamed("KindsProgram.ofRecursion").stream()
                .filter(span -> traces.childrenOf(span).isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(traces.pathTo(deepest)).hasSize(5);
    }

    @Test
    void findsImplementations_ofAnInterface_andItsOwnDefaultMethods() {
        assertThat(traces.allNamed("KindsProgram.price"))
                .extracting(span -> span.attribute("pieces") + " for " + span.attribute("price"))
                .containsExactly("4 for 40", "1 for 10");
        assertThat(traces.named("Priced.priceOfOne").attribute("price")).isEqualTo("10");
    }

    @Test
    void findsNestedClasses_recordsEnumsAndAnnotatedMethods() {
        assertThat(traces.has("KindsProgram$Inner.ofInner")).isTrue();
        assertThat(traces.has("KindsProgram$Ratio.decimal")).isTrue();
        assertThat(traces.has("KindsProgram$Coin.doubled")).isTrue();
        assertThat(traces.has("KindsProgram$Coin$1.doubled")).isTrue();
        assertThat(traces.named("KindsProgram.audited").attribute("narrative.rule"))
                .isEqualTo("audited");
    }

    @Test
    void leavesOut_whatIsExcluded_andWhatNobodyWrote() {
        assertThat(traces.has("KindsProgram$OuterOnly.ofOutside")).isFalse();
        assertThat(traces.spans())
                .extracting(RecordedSpan::name)
                .noneMatch(name -> name.endsWith(".above") || name.endsWith(".values") || name.endsWith("<init>"));
    }

    private static String resultOf(String method) {
        return traces.named("KindsProgram." + method).attribute("result");
    }
}
