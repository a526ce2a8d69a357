package dev.narrative.testing.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnthropicStubTest {
    private static final String PATH = "/v1/messages";
    private static final String ASK = ProviderCall.ANTHROPIC.body;
    private static final String STREAM = ProviderCall.ANTHROPIC_STREAM.body;
    private static final Answer FULL = Answer.toolCall("weather", "{\"city\":\"Köln\"}")
            .withText("I look it up.")
            .withReasoning("They want the weather.")
            .withUsage(new Usage(100, 40, 5, 3, 20, 7));

    private final StubModelServer server = StubModelServer.start();
    private final StubClient client = new StubClient(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void countsWhatIsCached_besideTheInput() throws Exception {
        server.next(FULL);
        JsonNode root = client.json(PATH, ASK);

        assertThat(root.at("/usage/input_tokens").asInt()).isEqualTo(100);
        assertThat(root.at("/usage/cache_read_input_tokens").asInt()).isEqualTo(40);
        assertThat(root.at("/usage/cache_creation_input_tokens").asInt()).isEqualTo(8);
        assertThat(root.at("/usage/cache_creation/ephemeral_5m_input_tokens").asInt())
                .isEqualTo(5);
        assertThat(root.at("/usage/cache_creation/ephemeral_1h_input_tokens").asInt())
                .isEqualTo(3);
        assertThat(root.at("/usage/output_tokens").asInt()).isEqualTo(27);
        assertThat(root.path("stop_reason").asText()).isEqualTo("tool_use");
        assertThat(root.path("content"))
                .extracting(block -> block.path("type").asText())
                .containsExactly("thinking", "text", "tool_use");
        assertThat(root.at("/content/2/input/city").asText()).isEqualTo("Köln");
    }

    @Test
    void streamsBlocks_withInputFirstAndOutputLast() throws Exception {
        server.next(FULL, FULL);
        List<JsonNode> events = client.events(PATH, STREAM);

        assertThat(StubClient.names(StubClient.text(client.post(PATH, STREAM))))
                .startsWith("message_start", "content_block_start", "content_block_delta")
                .contains("ping")
                .endsWith("content_block_stop", "message_delta", "message_stop");
        assertThat(events.get(0).at("/message/usage/input_tokens").asInt()).isEqualTo(100);
        assertThat(events.get(0).at("/message/usage/output_tokens").asInt()).isEqualTo(1);
        assertThat(StubClient.join(events, "/delta/text")).isEqualTo("I look it up.");
        assertThat(StubClient.join(events, "/delta/thinking")).isEqualTo("They want the weather.");
        assertThat(StubClient.join(events, "/delta/partial_json")).isEqualTo("{\"city\":\"Köln\"}");
        JsonNode delta = events.get(events.size() - 2);
        assertThat(delta.at("/delta/stop_reason").asText()).isEqualTo("tool_use");
        assertThat(delta.at("/usage/output_tokens").asInt()).isEqualTo(27);
    }

    @Test
    void leavesUsageOut() throws Exception {
        server.next(FULL.withoutUsage(), FULL.withoutUsage());

        assertThat(client.json(PATH, ASK).has("usage")).isFalse();
        assertThat(StubClient.text(client.post(PATH, STREAM))).doesNotContain("usage");
    }

    @Test
    void refuses_withoutALimit() throws Exception {
        HttpResponse<byte[]> refused = client.post(PATH, ProviderCall.OPENAI_CHAT.body);

        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode error = StubClient.read(StubClient.text(refused));
        assertThat(error.at("/error/type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.at("/error/message").asText()).isEqualTo("max_tokens: Field required");
        assertThat(error.path("request_id").asText())
                .isEqualTo(refused.headers().firstValue("request-id").orElseThrow());
    }
}
