package dev.narrative.instrumentation.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;

class OkHttpRequestTest {
    @Test
    void takesTheContentTypeFromTheBody_asTheLibraryWill() {
        Request request = new Request.Builder()
                .url("http://user:pw@shop.example:8080/a?b=c")
                .header("Content-Type", "text/plain")
                .header("X-Own", "yes")
                .post(RequestBody.create(MediaType.get("application/json"), "{}"))
                .build();
        OkHttpRequest seen = new OkHttpRequest(request);

        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.host()).isEqualTo("shop.example");
        assertThat(seen.port()).isEqualTo(8080);
        assertThat(seen.header("content-type")).startsWith("application/json");
        assertThat(seen.header("x-own")).isEqualTo("yes");
        assertThat(seen.header("x-other")).isNull();
    }
}
