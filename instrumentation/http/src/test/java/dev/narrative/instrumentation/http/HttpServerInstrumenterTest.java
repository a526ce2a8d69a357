package dev.narrative.instrumentation.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.trace.Span;
import dev.narrative.model.StatusCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerInstrumenterTest {
    private final Ended ended = Ended.start();
    private final HttpServerInstrumenter server = new HttpServerInstrumenter("narrative.test");

    @Test
    void opensTheTrace_whateverTheThreadHadBefore() {
        HttpClientSpan stale = Objects.requireNonNull(
                new HttpClientInstrumenter("narrative.test").start(new FakeRequest("GET", "http://a/")));
        HttpServerScope scope = begin(request(Map.of()));
        scope.close(null, null);
        scope.span().end(200, null);
        stale.end(null, null);

        assertThat(scope.span().parent()).isNull();
        assertThat(scope.span().traceIdLow()).isNotEqualTo(stale.traceIdLow());
    }

    @Test
    void takesAServletWithinAFilter_asOneSpan() {
        HttpServerScope scope = begin(request(Map.of()));

        assertThat(server.start(request(Map.of()))).isNull();
        assertThat(scope.span().resume()).isNull();
        scope.close(null, null);
        assertThat(Span.current()).isNull();
        scope.span().end(200, null);
    }

    @Test
    void goesOnInAnotherDispatch_andEndsOnce() {
        HttpServerScope first = begin(request(Map.of()));
        first.close(null, null);
        HttpServerScope second = Objects.requireNonNull(first.span().resume());

        assertThat(first.isFirst()).isTrue();
        assertThat(second.isFirst()).isFalse();
        assertThat(Span.current()).isSameAs(first.span());
        second.close(null, null);
        first.span().end(503, null);
        first.span().end(200, null);
        assertThat(first.span().resume()).isNull();
        assertThat(ended.spans()).hasSize(1);
        assertThat(first.span().status()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void takesTheRoute_onceItIsKnown() {
        HttpServerScope scope = begin(request(Map.of()));
        scope.close(null, null);
        assertThat(scope.span().name()).isEqualTo("GET");
        scope.span().route("/orders/{id}");
        scope.span().end(200, null);

        assertThat(scope.span().name()).isEqualTo("GET /orders/{id}");
        assertThat(Ended.attributes(scope.span())).containsEntry("http.route", "/orders/{id}");
    }

    @ParameterizedTest
    @CsvSource({
        "shop.example, shop.example, 80",
        "shop.example:8080, shop.example, 8080",
        "[::1]:81, [::1], 81",
        "[::1], [::1], 80"
    })
    void readsTheAuthority(String header, String address, long port) {
        assertThat(attributes(header)).containsEntry("server.address", address).containsEntry("server.port", port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.example:99999", "shop.example:8o", "shop.example:", "shop.example:999999999999999"})
    void readsNoPort_whereThereIsNone(String header) {
        assertThat(attributes(header)).doesNotContainKey("server.port");
    }

    private Map<String, Object> attributes(String host) {
        HttpServerScope scope = begin(request(Map.of("Host", host)));
        scope.close(null, null);
        scope.span().end(200, null);
        return Ended.attributes(scope.span());
    }

    private HttpServerScope begin(HttpServerRequest request) {
        return Objects.requireNonNull(server.start(request));
    }

    private static HttpServerRequest request(Map<String, String> headers) {
        return new FakeServerRequest(headers);
    }

    private record FakeServerRequest(Map<String, String> headers) implements HttpServerRequest {
        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String scheme() {
            return "http";
        }

        @Override
        public String path() {
            return "/orders/7";
        }

        @Override
        public String query() {
            return "token=secret";
        }

        @Override
        public String protocolVersion() {
            return "1.1";
        }

        @Override
        public String clientAddress() {
            return "127.0.0.1";
        }

        @Override
        public @Nullable String route() {
            return null;
        }

        @Override
        public List<String> values(String name) {
            String value = headers.get(name);
            return value == null ? List.of() : List.of(value);
        }
    }
}
