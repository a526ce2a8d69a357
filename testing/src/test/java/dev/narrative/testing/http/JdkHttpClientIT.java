package dev.narrative.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JdkHttpClientIT extends HttpClientContract {
    JdkHttpClientIT() {
        super(JdkHttpClientProgram.class, "narrative.jdk-httpclient");
    }

    @Test
    void tellsNothing_whereARedirectLeadsToAHostThatIsExcluded() {
        assertThat(server.request("/leave").header("traceparent")).isNotEmpty();
        assertThat(server.request("/elsewhere").headers())
                .doesNotContainKeys("Traceparent", "X-narrative-trace-id", "X-session-id");
    }
}
