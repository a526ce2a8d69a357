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
final class OkHttpIT extends HttpClientContract {
    OkHttpIT() {
        super(OkHttpProgram.class, "narrative.okhttp", """
                        narrative.trace.okhttp = public dev.narrative.applications.okhttp.*Scenarios#*
                        narrative.trace.okhttp.exclude = **#play
                        """);
    }

    @Test
    void tellsNothing_whereARedirectLeadsToAHostThatIsExcluded() {
        assertThat(server.request("/leave").header("traceparent")).isNotEmpty();
        assertThat(server.request("/elsewhere").headers())
                .doesNotContainKeys("Traceparent", "X-narrative-trace-id", "X-session-id");
    }

    @Test
    void tracesACallOnce_whenItsClientIsRebuilt() {
        List<RecordedSpan> requests = childrenOf("rebuilt");

        assertThat(requests).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(server.request("/rebuilt/" + i).header("traceparent"))
                    .contains(requests.get(i).spanId());
        }
    }

    @Test
    void hasInterceptorsWithinIt() {
        RecordedSpan request = only(childrenOf("intercepted"));

        assertThat(only(traces.childrenOf(request)).name()).isEqualTo("InterceptorScenarios.prepared");
        assertThat(server.request("/intercepted").header("X-Prepared")).isEqualTo("yes");
        assertThat(server.request("/intercepted").header("traceparent")).contains(request.spanId());
    }

    @Test
    void takesTheAttemptsOfAnInterceptor_asOneSpan() {
        String id = only(childrenOf("retried")).spanId();

        assertThat(server.request("/first-attempt").header("traceparent")).contains(id);
        assertThat(server.request("/second-attempt").header("traceparent")).contains(id);
    }

    @Test
    void tracesWhatAnInterceptorAsksFor_asARequestOfItsOwn() {
        RecordedSpan outer = only(childrenOf("nested"));
        RecordedSpan token = only(traces.childrenOf(outer));

        assertThat(token.attribute("url.full")).endsWith("/token");
        assertThat(server.request("/token").header("traceparent")).contains(token.spanId());
        assertThat(server.request("/with-token").header("traceparent")).contains(outer.spanId());
    }

    @Test
    void tellsTheOtherSideOfAWebSocket() {
        List<RecordedSpan> within = traces.childrenOf(traces.named("WebSocketScenarios.refuse"));

        assertThat(within).extracting(RecordedSpan::name).containsExactlyInAnyOrder("GET", "WebSocketScenarios.failed");
        assertThat(server.request("/web-socket").header("traceparent"))
                .contains(handshake(within).spanId());
    }

    @Test
    void leavesAWebSocketOpen_andHearsItInTheContextOfWhoOpenedIt() {
        List<RecordedSpan> within = traces.childrenOf(traces.named("WebSocketScenarios.open"));

        assertThat(within).extracting(RecordedSpan::name).containsExactlyInAnyOrder("GET", "WebSocketScenarios.heard");
        assertThat(handshake(within).attribute("http.response.status_code")).isEqualTo("101");
        assertThat(handshake(within).status()).isEqualTo("UNSET");
    }

    @Test
    void leavesNoCall_onTheThreadThatServesAll() {
        assertThat(traces.named("InterceptorScenarios.barked").isRoot()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask", "enqueue"})
    void showsBothBodiesOfAModelCall(String scenario) {
        RecordedSpan model = only(traces.childrenOf(traces.named("ModelScenarios." + scenario)));

        assertThat(model.name()).isEqualTo("chat tiny-1");
        assertThat(model.attributes())
                .containsEntry("gen_ai.request.temperature", "0.5")
                .containsEntry("gen_ai.response.model", "tiny-1-0")
                .containsEntry("gen_ai.usage.input_tokens", "7")
                .containsEntry("gen_ai.usage.output_tokens", "2");
        assertThat(only(traces.childrenOf(model)).name()).isEqualTo("POST");
    }

    private List<RecordedSpan> childrenOf(String scenario) {
        return traces.childrenOf(traces.named("InterceptorScenarios." + scenario));
    }

    private static RecordedSpan handshake(List<RecordedSpan> spans) {
        return only(spans.stream().filter(span -> span.name().equals("GET")).toList());
    }

    private static RecordedSpan only(List<RecordedSpan> spans) {
        assertThat(spans).hasSize(1);
        return spans.get(0);
    }
}
