package dev.narrative.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.RecordedSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JdkHttpClientAsyncIT extends HttpClientContract {
    JdkHttpClientAsyncIT() {
        super(
                JdkHttpClientAsyncProgram.class,
                "narrative.jdk-httpclient",
                "narrative.trace.async = dev.narrative.testing.http.AsyncScenarios#*");
    }

    @Test
    void runsCallbacks_inTheCallersContext() {
        RecordedSpan caller = traces.named("AsyncScenarios.callback");

        assertThat(traces.childrenOf(caller))
                .extracting(RecordedSpan::name)
                .containsExactlyInAnyOrder("GET", "AsyncScenarios.afterwards");
    }

    @Test
    void endsTheSpan_whenTheCallIsCancelled() {
        List<RecordedSpan> requests = traces.childrenOf(traces.named("AsyncScenarios.cancel"));

        assertThat(requests).singleElement().satisfies(span -> assertThat(span.status())
                .isEqualTo("ERROR"));
    }
}
