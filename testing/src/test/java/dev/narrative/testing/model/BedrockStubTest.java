package dev.narrative.testing.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BedrockStubTest {
    private static final String CONVERSE = ProviderCall.BEDROCK_CONVERSE.body;
    private static final String MESSAGES = ProviderCall.BEDROCK_INVOKE.body;
    private static final Answer FULL = Answer.toolCall("weather", "{\"city\":\"Köln\"}")
            .withText("I look 😀 it up.")
            .withReasoning("They want the weather.")
            .withUsage(new Usage(100, 40, 5, 3, 20, 7));

    private final StubModelServer server = StubModelServer.start();
    private final StubClient client = new StubClient(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void converses_withTheModelInThePath() throws Exception {
        server.next(FULL);
        String arn = "arn%3Aaws%3Abedrock%3Aus-east-1%3A1%3Ainference-profile%2Fus.anthropic.claude-x-v1%3A0";
        JsonNode root = client.json("/model/" + arn + "/converse", CONVERSE);

        assertThat(root.at("/usage/inputTokens").asInt()).isEqualTo(100);
        assertThat(root.at("/usage/outputTokens").asInt()).isEqualTo(27);
        assertThat(root.at("/usage/totalTokens").asInt()).isEqualTo(175);
        assertThat(root.at("/usage/cacheReadInputTokens").asInt()).isEqualTo(40);
        assertThat(root.at("/usage/cacheWriteInputTokens").asInt()).isEqualTo(8);
        assertThat(root.path("stopReason").asText()).isEqualTo("tool_use");
        assertThat(root.at("/output/message/content/0/reasoningContent/reasoningText/text")
                        .asText())
                .isEqualTo("They want the weather.");
        assertThat(root.at("/output/message/content/2/toolUse/input/city").asText())
                .isEqualTo("Köln");
    }

    @Test
    void streamsConversations_withRightCrcs() throws Exception {
        server.next(FULL);
        HttpResponse<byte[]> response = client.post("/model/m/converse-stream", CONVERSE);
        List<AwsMessage> messages = AwsMessage.all(response.body());
        List<JsonNode> events = new ArrayList<>();
        for (AwsMessage message : messages) {
            events.add(StubClient.read(message.payload()));
        }

        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/vnd.amazon.eventstream");
        assertThat(messages)
                .extracting(AwsMessage::type)
                .startsWith("messageStart", "contentBlockDelta")
                .contains("contentBlockStart")
                .endsWith("contentBlockStop", "messageStop", "metadata");
        assertThat(messages).allSatisfy(message -> assertThat(message.headers())
                .containsEntry(":message-type", "event")
                .containsEntry(":content-type", "application/json"));
        assertThat(StubClient.join(events, "/delta/text")).isEqualTo("I look 😀 it up.");
        assertThat(StubClient.join(events, "/delta/reasoningContent/text")).isEqualTo("They want the weather.");
        assertThat(StubClient.join(events, "/delta/toolUse/input")).isEqualTo("{\"city\":\"Köln\"}");
        assertThat(events.get(events.size() - 1).at("/usage/inputTokens").asInt())
                .isEqualTo(100);
    }

    @Test
    void invokes_withTheCountsInHeaders() throws Exception {
        server.next(FULL);
        HttpResponse<byte[]> response = client.post("/model/us.anthropic.claude-x/invoke", MESSAGES);

        assertThat(response.headers().firstValue("x-amzn-bedrock-input-token-count"))
                .hasValue("100");
        assertThat(response.headers().firstValue("x-amzn-bedrock-output-token-count"))
                .hasValue("27");
        assertThat(StubClient.read(StubClient.text(response))
                        .path("stop_reason")
                        .asText())
                .isEqualTo("tool_use");
    }

    @Test
    void streamsTheModelsOwnEvents_packed() throws Exception {
        server.next(FULL, FULL, FULL);
        List<JsonNode> claude = chunks("anthropic.claude-x", MESSAGES);
        List<JsonNode> nova = chunks("us.amazon.nova-lite-v1:0", CONVERSE);
        List<JsonNode> llama = chunks("meta.llama3", "{\"prompt\":\"Hi\"}");

        assertThat(claude).extracting(event -> event.path("type").asText()).endsWith("message_delta", "message_stop");
        assertThat(StubClient.join(claude, "/delta/text")).isEqualTo("I look 😀 it up.");
        assertThat(claude.get(claude.size() - 1)
                        .at("/amazon-bedrock-invocationMetrics/inputTokenCount")
                        .asInt())
                .isEqualTo(100);
        assertThat(StubClient.join(nova, "/contentBlockDelta/delta/text")).isEqualTo("I look 😀 it up.");
        assertThat(StubClient.join(llama, "/generation")).isEqualTo("I look 😀 it up.");
    }

    @Test
    void embedsWithTitan() throws Exception {
        JsonNode root = client.json("/model/amazon.titan-embed-text-v2:0/invoke", "{\"inputText\":\"Hi\"}");

        assertThat(root.path("embedding")).isNotEmpty();
        assertThat(root.path("inputTextTokenCount").asInt()).isEqualTo(1);
    }

    @Test
    void namesTheError_inAHeader() throws Exception {
        server.fault(Fault.RATE_LIMIT);

        assertThat(client.post("/model/m/converse", CONVERSE).headers().firstValue("x-amzn-ErrorType"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("ThrottlingException"));
    }

    private List<JsonNode> chunks(String model, String body) throws Exception {
        String path = "/model/" + model + "/invoke-with-response-stream";
        List<JsonNode> chunks = new ArrayList<>();
        for (AwsMessage message : AwsMessage.all(client.post(path, body).body())) {
            assertThat(message.type()).isEqualTo("chunk");
            byte[] bytes = Base64.getDecoder()
                    .decode(StubClient.read(message.payload()).path("bytes").asText());
            chunks.add(StubClient.read(new String(bytes, StandardCharsets.UTF_8)));
        }
        return chunks;
    }
}
