package dev.narrative.testing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {
    private static final Answer LONG = Answer.text("one two three four five six seven eight");

    private final StubModelServer server = StubModelServer.start();
    private final StubClient client = new StubClient(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void refusesWithTheProvidersBody_thenAnswers(ProviderCall call) throws Exception {
        server.fault(Fault.RATE_LIMIT, 1);
        HttpResponse<byte[]> refused = client.post(call.path, call.body);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(message(call, refused)).isEqualTo("Rate limit reached.");

        server.fault(Fault.SERVER_ERROR, 2);
        assertThat(client.post(call.path, call.body).statusCode()).isEqualTo(500);
        assertThat(message(call, client.post(call.path, call.body))).isEqualTo("The server had an error.");

        server.fault(Fault.BAD_REQUEST, 1);
        assertThat(client.post(call.path, call.body).statusCode()).isEqualTo(400);

        assertThat(client.post(call.path, call.body).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void cutsTheBody_andKeepsTheAnswerForTheNext(ProviderCall call) throws Exception {
        server.next(LONG.withId("kept")).fault(Fault.CUT, 1);
        assertThatIOException().isThrownBy(() -> client.post(call.path, call.body));

        client.post(call.path, call.body);
        assertThat(server.abandonedAnswers()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void breaksTheJson(ProviderCall call) throws Exception {
        HttpResponse<byte[]> whole = client.post(call.path, call.body);
        server.fault(Fault.MALFORMED);
        HttpResponse<byte[]> broken = client.post(call.path, call.body);

        assertThat(broken.statusCode()).isEqualTo(200);
        assertThat(broken.body().length).isLessThan(whole.body().length).isPositive();
        if (!call.streams()) {
            assertThatIOException().isThrownBy(() -> StubClient.read(utf8(broken)));
        }
    }

    @Test
    void breaksOneEventOfAStream_andSendsTheOthers() throws Exception {
        server.fault(Fault.MALFORMED);
        ProviderCall call = ProviderCall.OPENAI_CHAT_STREAM;
        int broken = 0;
        for (String data : StubClient.data(utf8(client.post(call.path, call.body)))) {
            try {
                StubClient.read(data.equals("[DONE]") ? "{}" : data);
            } catch (JsonProcessingException e) {
                broken++;
            }
        }
        assertThat(broken).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void reportsAnError_inTheMiddleOfAStream(ProviderCall call) throws Exception {
        server.next(LONG).fault(Fault.ERROR_EVENT, 1);
        HttpResponse<byte[]> response = client.post(call.path, call.body);
        String body = utf8(response);

        if (!call.streams()) {
            assertThat(response.statusCode()).isEqualTo(500);
            return;
        }
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(body).doesNotContain("eight", "[DONE]");
        switch (call) {
            case OPENAI_RESPONSES_STREAM -> assertThat(body).contains("event: error\n", "\"code\":\"server_error\"");
            case ANTHROPIC_STREAM -> assertThat(body).contains("event: error\n", "\"type\":\"overloaded_error\"");
            case COHERE_STREAM -> assertThat(body).contains("event: message-end\n", "\"finish_reason\":\"ERROR\"");
            case COHERE_V1_STREAM ->
                assertThat(body).contains("\"event_type\":\"stream-end\"", "\"finish_reason\":\"ERROR\"");
            case OLLAMA_STREAM, OLLAMA_GENERATE_STREAM -> assertThat(body).endsWith("running the model\"}\n");
            case GEMINI_STREAM, GEMINI_ARRAY -> assertThat(body).contains("\"status\":\"INTERNAL\"");
            case BEDROCK_CONVERSE_STREAM, BEDROCK_INVOKE_STREAM -> {
                var messages = AwsMessage.all(response.body());
                AwsMessage last = messages.get(messages.size() - 1);
                assertThat(last.headers()).containsEntry(":message-type", "exception");
                assertThat(last.type()).isEqualTo("internalServerException");
            }
            default -> assertThat(body).contains("data: {\"error\":{\"message\":");
        }
    }

    @Test
    void takesItsTime_afterEachEvent() throws Exception {
        server.next(Answer.text("abcde").withChunks(5)).pace(Duration.ofMillis(20));
        long begin = System.nanoTime();
        client.post(ProviderCall.OLLAMA_STREAM.path, ProviderCall.OLLAMA_STREAM.body);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    private static String message(ProviderCall call, HttpResponse<byte[]> response) throws Exception {
        JsonNode body = StubClient.read(utf8(response));
        return body.at(call.message).asText();
    }

    private static String utf8(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
