package dev.narrative.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Libraries(
        application = "spring-clients",
        folders = {"lib", "lib-7"})
final class RestClientJdkIT extends HttpClientContract {
    RestClientJdkIT() {
        super(RestClientJdkProgram.class, "narrative.jdk-httpclient");
    }

    /** Spring measures the time itself, and cancels the call. */
    @Test
    @Override
    void recordsTheError_whenTheServerIsTooSlow() {
        assertThat(request("timeout").status()).isEqualTo("ERROR");
        assertThat(request("timeout").attribute("error.type")).endsWith("CancellationException");
    }
}
