package dev.narrative.testing.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GeminiStubTest {
    private static final String MODEL = "/v1beta/models/gemini-x";
    private static final String ASK = ProviderCall.GEMINI.body;
    private static final Answer FULL = Answer.toolCall("weather", "{\"city\":\"Köln\"}")
            .withText("I look it up.")
            .withReasoning("They want the weather.")
            .withUsage(new Usage(100, 40, 0, 0, 20, 7));

    private final StubModelServer server = StubModelServer.start();
    private final StubClient client = new StubClient(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void countsThoughts_besideTheCandidates() throws Exception {
        server.next(FULL);
        JsonNode root = client.json(MODEL + ":generateContent", ASK);

        assertThat(root.at("/usageMetadata/promptTokenCount").asInt()).isEqualTo(140);
        assertThat(root.at("/usageMetadata/cachedContentTokenCount").asInt()).isEqualTo(40);
        assertThat(root.at("/usageMetadata/candidatesTokenCount").asInt()).isEqualTo(20);
        assertThat(root.at("/usageMetadata/thoughtsTokenCount").asInt()).isEqualTo(7);
        assertThat(root.at("/usageMetadata/totalTokenCount").asInt()).isEqualTo(167);
        assertThat(root.path("modelVersion").asText()).isEqualTo("gemini-x");
        assertThat(root.at("/candidates/0/finishReason").asText()).isEqualTo("STOP");
        assertThat(root.at("/candidates/0/content/parts/0/thought").asBoolean()).isTrue();
        assertThat(root.at("/candidates/0/content/parts/1/text").asText()).isEqualTo("I look it up.");
        assertThat(root.at("/candidates/0/content/parts/2/functionCall/args/city")
                        .asText())
                .isEqualTo("Köln");
    }

    @Test
    void streamsTheSame_asEventsAndAsAnArray() throws Exception {
        server.next(FULL, FULL, FULL);
        String path = MODEL + ":streamGenerateContent";
        String wire = StubClient.text(client.post(path + "?alt=sse&key=k", ASK));
        List<JsonNode> events = client.events(path + "?key=k&alt=sse", ASK);
        JsonNode array = client.json(path, ASK);

        assertThat(wire).contains("}\r\n\r\ndata: {").endsWith("}\r\n\r\n");
        assertThat(array).containsExactlyElementsOf(events);
        assertThat(events).allSatisfy(event -> assertThat(
                        event.at("/usageMetadata/promptTokenCount").asInt())
                .isEqualTo(140));
        assertThat(StubClient.join(events.subList(1, events.size()), "/candidates/0/content/parts/0/text"))
                .endsWith("I look it up.");
        JsonNode last = events.get(events.size() - 1);
        assertThat(last.at("/usageMetadata/candidatesTokenCount").asInt()).isEqualTo(20);
        assertThat(last.at("/candidates/0/finishReason").asText()).isEqualTo("STOP");
    }

    @Test
    void embeds_oneOrMany() throws Exception {
        String content = "{\"content\":{\"parts\":[{\"text\":\"a\"}]},\"outputDimensionality\":3}";
        JsonNode one = client.json(MODEL + ":embedContent", content);
        JsonNode many = client.json(MODEL + ":batchEmbedContents", "{\"requests\":[" + content + "," + content + "]}");

        assertThat(one.at("/embedding/values")).hasSize(3);
        assertThat(many.path("embeddings")).hasSize(2).first().isEqualTo(one.path("embedding"));
    }

    @Test
    void saysWhenToTryAgain() throws Exception {
        server.fault(Fault.RATE_LIMIT);
        JsonNode error = client.json(MODEL + ":generateContent", ASK);

        assertThat(error.at("/error/status").asText()).isEqualTo("RESOURCE_EXHAUSTED");
        assertThat(error.at("/error/details/0/retryDelay").asText()).isEqualTo("1s");
    }
}
