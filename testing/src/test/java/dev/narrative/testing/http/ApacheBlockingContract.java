package dev.narrative.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.RecordedSpan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What blocking calls of Apache's clients do beside the client contract, the same in both of their main versions. */
abstract class ApacheBlockingContract extends HttpClientContract {
    ApacheBlockingContract(Class<?> program, String scope) {
        super(program, scope, """
                narrative.trace.apache = public dev.narrative.applications.apache*.BlockingScenarios#*
                narrative.trace.apache.exclude = **#play
                """);
    }

    @Test
    void tellsNothing_whereARedirectLeadsToAHostThatIsExcluded() {
        assertThat(server.request("/leave").header("traceparent")).isNotEmpty();
        assertThat(server.request("/elsewhere").headers())
                .doesNotContainKeys("Traceparent", "X-narrative-trace-id", "X-session-id");
    }

    @Test
    void takesTheLibrarysOwnFacade_asOneSpan() {
        assertThat(server.request("/fluent").header("traceparent"))
                .contains(only(childrenOf("fluent")).spanId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "minimalAgain"})
    void tellsTheOtherSide_whereTheApplicationsOwnObjectIsWritten(String scenario) {
        RecordedSpan request = only(childrenOf(scenario));

        assertThat(request.attribute("url.full")).matches("http://localhost:\\d+/reused");
        assertThat(server.requests("/reused"))
                .filteredOn(seen -> seen.header("traceparent").contains(request.spanId()))
                .hasSize(1);
    }

    @Test
    void tracesWhatAnInterceptorAsksFor_asARequestOfItsOwn() {
        RecordedSpan outer = only(childrenOf("intercepted"));
        RecordedSpan token = only(traces.childrenOf(outer));

        assertThat(token.attribute("url.full")).endsWith("/token");
        assertThat(server.request("/token").header("traceparent")).contains(token.spanId());
        assertThat(server.request("/with-token").header("traceparent")).contains(outer.spanId());
        assertThat(server.request("/with-token").header("X-Token")).isEqualTo("fresh");
    }

    @Test
    void showsBothBodiesOfAModelCall() {
        assertModelCall("ask");
    }

    @Test
    void endsAModelCall_whoseAnswerIsClosedUnread() {
        assertThat(only(childrenOf("leaveUnread")).attributes()).containsEntry("narrative.cancelled", "true");
    }

    final void assertModelCall(String scenario) {
        RecordedSpan model = only(childrenOf(scenario));

        assertThat(model.name()).isEqualTo("chat tiny-1");
        assertThat(model.attributes())
                .containsEntry("gen_ai.request.temperature", "0.5")
                .containsEntry("gen_ai.response.model", "tiny-1-0")
                .containsEntry("gen_ai.usage.input_tokens", "7")
                .containsEntry("gen_ai.usage.output_tokens", "2");
        assertThat(only(traces.childrenOf(model)).name()).isEqualTo("POST");
    }

    final List<RecordedSpan> childrenOf(String scenario) {
        return traces.childrenOf(traces.named("BlockingScenarios." + scenario));
    }

    static RecordedSpan only(List<RecordedSpan> spans) {
        assertThat(spans).hasSize(1);
        return spans.get(0);
    }
}
