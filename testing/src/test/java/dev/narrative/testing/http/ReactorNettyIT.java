package dev.narrative.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.RecordedSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

@Libraries(
        application = "spring-clients",
        folders = {"lib", "lib-7"})
final class ReactorNettyIT extends HttpClientContract {
    ReactorNettyIT() {
        super(ReactorNettyProgram.class, "narrative.reactor-netty", """
                narrative.trace.reactive = public dev.narrative.applications.spring.ReactiveScenarios#*
                narrative.trace.reactive.exclude = **#play
                """);
    }

    @Test
    void tellsNothing_whereARedirectLeadsToAHostThatIsExcluded() {
        assertThat(server.request("/leave").header("traceparent")).isNotEmpty();
        assertThat(server.request("/elsewhere").headers())
                .doesNotContainKeys("Traceparent", "X-narrative-trace-id", "X-session-id");
    }

    @Test
    void runsCallbacks_inTheCallersContext() {
        assertThat(within("callback"))
                .extracting(RecordedSpan::name)
                .containsExactlyInAnyOrder("GET", "ReactiveScenarios.afterwards");
    }

    @Test
    void beginsWithTheSubscription_notWithTheAssembly() {
        assertThat(within("assembled")).isEmpty();
        assertThat(within("subscribed")).extracting(RecordedSpan::name).containsExactly("GET");
    }

    @Test
    void tracesEachSubscription() {
        assertThat(within("severalTimes")).hasSize(2).allSatisfy(ReactorNettyIT::succeeded);
    }

    @Test
    void failsTheSpan_whenTheSubscriptionIsCancelledBeforeTheResponse() {
        assertThat(within("cancelled")).singleElement().satisfies(span -> {
            assertThat(span.status()).isEqualTo("ERROR");
            assertThat(span.attribute("error.type")).endsWith("CancellationException");
        });
    }

    @Test
    void recordsTheError_whenTheBodyIsCutOff() {
        assertThat(named(within("cutOff"), "GET")).satisfies(span -> {
            assertThat(span.status()).isEqualTo("ERROR");
            assertThat(span.attributes())
                    .containsEntry("http.response.status_code", "200")
                    .containsEntry("error.type", "reactor.netty.http.client.PrematureCloseException");
        });
        assertThat(named(within("cutOff"), "ReactiveScenarios.afterTheCut")).isNotNull();
    }

    @Test
    void endsWithoutAnError_whenTheApplicationWantsNoMore() {
        assertThat(named(within("abandoned"), "GET")).satisfies(ReactorNettyIT::succeeded);
        assertThat(named(within("abandoned"), "ReactiveScenarios.firstBytes")).isNotNull();
        assertThat(within("notRead")).singleElement().satisfies(ReactorNettyIT::succeeded);
    }

    @Test
    void findsItsParent_overSchedulers() {
        assertThat(within("schedulers")).hasSize(2).allSatisfy(ReactorNettyIT::succeeded);
    }

    @Test
    void findsItsParent_behindAThreadThatKnowsNothing() {
        assertThat(within("foreignSource")).hasSize(2);
        assertThat(within("foreignPublisher")).hasSize(2);
    }

    @Test
    void tracesEachAttempt_thatTheApplicationMakes() {
        assertThat(within("retried")).hasSize(2);
    }

    @Test
    void findsItsParent_withinTheBodyOfAnotherRequest() {
        assertThat(within("bodyOfAnother")).hasSize(2).allSatisfy(ReactorNettyIT::succeeded);
    }

    @Test
    void leavesNothing_onTheThreadsThatServeAll() {
        assertThat(traces.allNamed("ReactiveScenarios.onEventLoop"))
                .isNotEmpty()
                .allSatisfy(span -> assertThat(span.isRoot()).isTrue());
    }

    private List<RecordedSpan> within(String scenario) {
        return traces.childrenOf(traces.named("ReactiveScenarios." + scenario));
    }

    private static RecordedSpan named(List<RecordedSpan> spans, String name) {
        List<RecordedSpan> found =
                spans.stream().filter(span -> span.name().equals(name)).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static void succeeded(RecordedSpan span) {
        assertThat(span.status()).isEqualTo("UNSET");
        assertThat(span.attribute("http.response.status_code")).isEqualTo("200");
    }
}
