package dev.narrative.instrumentation.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OkHttpResponseTest {
    @ParameterizedTest
    @CsvSource({"HTTP_1_0, 1.0", "HTTP_1_1, 1.1", "HTTP_2, 2", "H2_PRIOR_KNOWLEDGE, 2", "SPDY_3,"})
    void namesTheProtocolsVersion(Protocol protocol, String version) {
        Response response = new Response.Builder()
                .request(new Request.Builder().url("http://shop.example/").build())
                .protocol(protocol)
                .message("No Content")
                .code(204)
                .build();

        assertThat(new OkHttpResponse(response).protocolVersion()).isEqualTo(version);
        assertThat(new OkHttpResponse(response).status()).isEqualTo(204);
    }
}
