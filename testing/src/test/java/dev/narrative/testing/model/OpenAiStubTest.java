package dev.narrative.testing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenAiStubTest {
    private static final String CHAT = "/v1/chat/completions";
    private static final String ASK = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]%s}";
    private static final String STREAM =
            ASK.replace("%s", ",\"stream\":true,\"stream_options\":{\"include_usage\":true}%s");
    private static final Answer FULL = Answer.toolCall("weather", "{\"city\":\"Köln\"}")
            .withText("I look it up.")
            .withReasoning("They want the weather.")
            .withUsage(new Usage(100, 40, 5, 3, 20, 7))
            .withModel("gpt-x")
            .withId("chatcmpl-1");

    private final StubModelServer server = StubModelServer.start();
    private final StubClient client = new StubClient(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void countsCachedAndReasoningTokens_amongTheOthers() throws Exception {
        server.next(FULL);
        JsonNode root = client.json(CHAT, ASK.formatted(""));

        assertThat(root.at("/usage/prompt_tokens").asInt()).isEqualTo(148);
        assertThat(root.at("/usage/completion_tokens").asInt()).isEqualTo(27);
        assertThat(root.at("/usage/total_tokens").asInt()).isEqualTo(175);
        assertThat(root.at("/usage/prompt_tokens_details/cached_tokens").asInt())
                .isEqualTo(40);
        assertThat(root.at("/usage/prompt_tokens_details/cache_write_tokens").asInt())
                .isEqualTo(8);
        assertThat(root.at("/usage/completion_tokens_details/reasoning_tokens").asInt())
                .isEqualTo(7);
        assertThat(root.path("id").asText()).isEqualTo("chatcmpl-1");
        assertThat(root.path("model").asText()).isEqualTo("gpt-x");
        assertThat(root.at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
        assertThat(root.at("/choices/0/message/tool_calls/0/function/arguments").asText())
                .isEqualTo("{\"city\":\"Köln\"}");
        assertThat(root.at("/choices/0/message/reasoning_content").asText()).isEqualTo("They want the weather.");
    }

    @Test
    void streamsToolCallsInPieces_andUsageInTheLastChunkAlone() throws Exception {
        server.next(FULL);
        List<JsonNode> chunks = client.events(CHAT, STREAM.formatted(""));

        assertThat(StubClient.join(chunks, "/choices/0/delta/content")).isEqualTo("I look it up.");
        assertThat(StubClient.join(chunks, "/choices/0/delta/reasoning_content"))
                .isEqualTo("They want the weather.");
        assertThat(StubClient.join(chunks, "/choices/0/delta/tool_calls/0/function/name"))
                .isEqualTo("weather");
        assertThat(StubClient.join(chunks, "/choices/0/delta/tool_calls/0/function/arguments"))
                .isEqualTo("{\"city\":\"Köln\"}");
        assertThat(StubClient.join(chunks.subList(0, chunks.size() - 1), "/usage/prompt_tokens"))
                .isEmpty();
        JsonNode last = chunks.get(chunks.size() - 1);
        assertThat(last.path("choices")).isEmpty();
        assertThat(last.at("/usage/total_tokens").asInt()).isEqualTo(175);
    }

    @Test
    void interleavesChoices() throws Exception {
        server.next(Answer.text("one two"));
        List<JsonNode> chunks = client.events(CHAT, STREAM.formatted(",\"n\":2"));

        List<Integer> order = chunks.stream()
                .filter(chunk -> chunk.at("/choices/0/delta/content").asText().matches("(one|two) ?"))
                .map(chunk -> chunk.at("/choices/0/index").asInt())
                .toList();
        assertThat(order).containsExactly(0, 1, 0, 1);
        assertThat(chunks.stream()
                        .filter(chunk -> chunk.at("/choices/0/finish_reason").isTextual()))
                .hasSize(2);

        server.next(Answer.text("one two"));
        JsonNode whole = client.json(CHAT, ASK.formatted(",\"n\":2"));
        assertThat(whole.at("/choices/0/message/content").asText()).isEqualTo("one two");
        assertThat(whole.at("/choices/1/message/content").asText()).isEqualTo("one two [choice 1]");
    }

    @Test
    void saysNothingOfUsage_orNonsense() throws Exception {
        server.next(FULL.withoutUsage(), FULL.withoutUsage(), FULL.withUsage(Usage.of(-1, -2)));

        assertThat(client.json(CHAT, ASK.formatted("")).has("usage")).isFalse();
        List<JsonNode> chunks = client.events(CHAT, STREAM.formatted(""));
        assertThat(chunks.get(chunks.size() - 1).has("usage")).isFalse();
        assertThat(client.json(CHAT, ASK.formatted(""))
                        .at("/usage/completion_tokens")
                        .asInt())
                .isEqualTo(-2);
    }

    @Test
    void speaksForAzure_withFiltersFirstAndAModelOfItsOwn() throws Exception {
        String path = "/openai/deployments/mine/chat/completions?api-version=2024-10-21";
        String body = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"stream\":true}";
        List<JsonNode> chunks = client.events(path, body);

        assertThat(chunks.get(0).path("choices")).isEmpty();
        assertThat(chunks.get(0).at("/prompt_filter_results/0/prompt_index").isInt())
                .isTrue();
        assertThat(chunks.get(1).path("model").asText()).isEqualTo("gpt-4o-2024-08-06");
        assertThat(server.requests().get(0).query()).isEqualTo("api-version=2024-10-21");

        server.fault(Fault.RATE_LIMIT);
        assertThat(client.json(path, body).at("/error/code").asText()).isEqualTo("429");
    }

    @Test
    void embeds_inNumbersAndInBase64() throws Exception {
        String ask = "{\"model\":\"e\",\"input\":[\"a\",\"b\"],\"dimensions\":3%s}";
        JsonNode numbers = client.json("/v1/embeddings", ask.formatted(""));
        JsonNode packed = client.json("/v1/embeddings", ask.formatted(",\"encoding_format\":\"base64\""));

        assertThat(numbers.path("data")).hasSize(2);
        assertThat(numbers.at("/data/1/index").asInt()).isEqualTo(1);
        assertThat(numbers.at("/data/0/embedding")).hasSize(3);
        assertThat(numbers.at("/usage/prompt_tokens").asInt()).isEqualTo(1);
        ByteBuffer floats = ByteBuffer.wrap(Base64.getDecoder()
                        .decode(packed.at("/data/1/embedding").asText()))
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat((double) floats.getFloat(8))
                .isCloseTo(numbers.at("/data/1/embedding/2").asDouble(), within(1e-6));
    }

    @Test
    void completesTexts() throws Exception {
        String ask = "{\"model\":\"m\",\"prompt\":\"Once\"%s}";
        server.next(Answer.text("upon a time").withFinish(Finish.LENGTH), Answer.text("upon a time"));
        JsonNode whole = client.json("/v1/completions", ask.formatted(""));
        List<JsonNode> chunks = client.events(
                "/v1/completions", ask.formatted(",\"stream\":true,\"stream_options\":{\"include_usage\":true}"));

        assertThat(whole.path("object").asText()).isEqualTo("text_completion");
        assertThat(whole.at("/choices/0/text").asText()).isEqualTo("upon a time");
        assertThat(whole.at("/choices/0/finish_reason").asText()).isEqualTo("length");
        assertThat(StubClient.join(chunks, "/choices/0/text")).isEqualTo("upon a time");
        assertThat(chunks.get(chunks.size() - 1).at("/usage/completion_tokens").asInt())
                .isEqualTo(3);
    }

    @Test
    void streamsResponses_inTypedAndNumberedEvents() throws Exception {
        server.next(FULL, FULL);
        JsonNode whole = client.json("/v1/responses", "{\"model\":\"m\",\"input\":\"Hi\"}");
        String stream =
                StubClient.text(client.post("/v1/responses", "{\"model\":\"m\",\"input\":\"Hi\",\"stream\":true}"));
        List<JsonNode> events = new ArrayList<>();
        for (String data : StubClient.data(stream)) {
            JsonNode event = StubClient.read(data);
            assertThat(event.path("sequence_number").asInt()).isEqualTo(events.size());
            events.add(event);
        }

        assertThat(StubClient.names(stream))
                .startsWith("response.created", "response.in_progress", "response.output_item.added")
                .contains("response.output_text.delta", "response.function_call_arguments.done")
                .endsWith("response.output_item.done", "response.completed");
        JsonNode last = events.get(events.size() - 1).path("response");
        assertThat(last).isEqualTo(whole);
        assertThat(whole.at("/usage/input_tokens_details/cached_tokens").asInt())
                .isEqualTo(40);
        assertThat(whole.at("/usage/output_tokens").asInt()).isEqualTo(27);
        assertThat(whole.at("/output/0/type").asText()).isEqualTo("reasoning");
        assertThat(whole.at("/output/1/content/0/text").asText()).isEqualTo("I look it up.");
        assertThat(whole.at("/output/2/arguments").asText()).isEqualTo("{\"city\":\"Köln\"}");
    }

    @Test
    void leavesResponsesIncomplete_atTheLimit() throws Exception {
        server.next(Answer.text("cut").withFinish(Finish.LENGTH));
        JsonNode whole = client.json("/v1/responses", "{\"model\":\"m\",\"input\":\"Hi\"}");

        assertThat(whole.path("status").asText()).isEqualTo("incomplete");
        assertThat(whole.at("/incomplete_details/reason").asText()).isEqualTo("max_output_tokens");
    }
}
