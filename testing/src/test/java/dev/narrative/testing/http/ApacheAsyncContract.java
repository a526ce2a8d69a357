package dev.narrative.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.RecordedSpan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What asynchronous calls of Apache's clients do beside the client contract, the same in both of their main versions. */
abstract class ApacheAsyncContract extends HttpClientContract {
    ApacheAsyncContract(Class<?> program, String scope) {
        super(program, scope, """
                narrative.trace.apache = public dev.narrative.applications.apache*.CallbackScenarios#*
                narrative.trace.apache.exclude = **#play
                """);
    }

    @Test
    void tellsNothing_whereARedirectLeadsToAHostThatIsExcluded() {
        assertThat(server.request("/leave").header("traceparent")).isNotEmpty();
        assertThat(server.request("/elsewhere").headers())
                .doesNotContainKeys("Traceparent", "X-narrative-trace-id", "X-session-id");
    }

    @ParameterizedTest
    @CsvSource({"succeed, responded", "shortcut, responded", "fail, failed", "cancel, cancelled"})
    void runsCallbacks_inTheCallersContext(String scenario, String callback) {
        assertThat(childrenOf(scenario))
                .extracting(RecordedSpan::name)
                .containsExactlyInAnyOrder("GET", "CallbackScenarios." + callback);
    }

    @ParameterizedTest
    @CsvSource({"fail", "cancel"})
    void endsTheSpan_ofACallThatFails(String scenario) {
        assertThat(childrenOf(scenario)).anySatisfy(span -> {
            assertThat(span.name()).isEqualTo("GET");
            assertThat(span.status()).isEqualTo("ERROR");
            assertThat(span.hasEvent("exception")).isTrue();
        });
    }

    @Test
    void tellsTheOtherSide_byAMinimalClient() {
        assertThat(childrenOf("shortcut")).extracting(RecordedSpan::spanId).anyMatch(id -> server.request("/shortcut")
                .header("traceparent")
                .contains(id));
    }

    @Test
    void showsBothBodiesOfAModelCall() {
        assertThat(childrenOf("ask"))
                .filteredOn(span -> span.name().equals("chat tiny-1"))
                .singleElement()
                .satisfies(model -> {
                    assertThat(model.attributes())
                            .containsEntry("gen_ai.request.temperature", "0.5")
                            .containsEntry("gen_ai.response.model", "tiny-1-0")
                            .containsEntry("gen_ai.usage.output_tokens", "2");
                    assertThat(traces.childrenOf(model)).hasSize(1);
                });
    }

    private List<RecordedSpan> childrenOf(String scenario) {
        return traces.childrenOf(traces.named("CallbackScenarios." + scenario));
    }
}
