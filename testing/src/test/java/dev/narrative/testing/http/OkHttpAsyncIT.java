package dev.narrative.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.RecordedSpan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Libraries(
        application = "okhttp",
        folders = {"lib-3", "lib-4", "lib-5"})
final class OkHttpAsyncIT extends HttpClientContract {
    OkHttpAsyncIT() {
        super(OkHttpAsyncProgram.class, "narrative.okhttp", """
                        narrative.trace.okhttp = public dev.narrative.applications.okhttp.CallbackScenarios#*
                        narrative.trace.okhttp.exclude = **#play
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"succeed", "first", "second"})
    void runsCallbacks_inTheCallersContext(String scenario) {
        assertThat(childrenOf(scenario))
                .extracting(RecordedSpan::name)
                .containsExactlyInAnyOrder("GET", "CallbackScenarios.responded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fail", "cancel", "reject"})
    void endsTheSpan_beforeTheCallbackThatIsToldOfAFailure(String scenario) {
        assertThat(childrenOf(scenario)).hasSize(2).anySatisfy(span -> {
            assertThat(span.name()).isEqualTo("GET");
            assertThat(span.status()).isEqualTo("ERROR");
            assertThat(span.hasEvent("exception")).isTrue();
        });
        assertThat(childrenOf(scenario)).extracting(RecordedSpan::name).contains("CallbackScenarios.failed");
    }

    @Test
    void leavesNoCall_onTheDispatchersThreads() {
        assertThat(traces.named("CallbackScenarios.idle").isRoot()).isTrue();
    }

    private List<RecordedSpan> childrenOf(String scenario) {
        return traces.childrenOf(traces.named("CallbackScenarios." + scenario));
    }
}
