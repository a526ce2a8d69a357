package dev.narrative.testing.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mistral, Cohere and Ollama. */
class OtherStubsTest {
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
    void speaksMistral_whereItWouldSpeakOpenAi() throws Exception {
        server.mistral().next(FULL, FULL);
        JsonNode whole = client.json("/v1/chat/completions", ProviderCall.OPENAI_CHAT.body);
        List<JsonNode> chunks = client.events("/v1/chat/completions", ProviderCall.OPENAI_CHAT_STREAM.body);

        assertThat(whole.at("/usage/prompt_tokens").asInt()).isEqualTo(140);
        assertThat(whole.at("/choices/0/message/content/0/thinking/0/text").asText())
                .isEqualTo("They want the weather.");
        JsonNode last = chunks.get(chunks.size() - 1);
        assertThat(last.at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
        assertThat(last.at("/choices/0/delta/tool_calls/0/function/arguments").asText())
                .isEqualTo("{\"city\":\"Köln\"}");
        assertThat(last.at("/usage/completion_tokens").asInt()).isEqualTo(27);
        assertThat(client.json("/v1/embeddings", ProviderCall.OPENAI_EMBEDDINGS.body)
                        .at("/usage/completion_tokens")
                        .asInt(-1))
                .isZero();
        server.fault(Fault.RATE_LIMIT);
        assertThat(client.json("/v1/embeddings", ProviderCall.OPENAI_EMBEDDINGS.body)
                        .path("code")
                        .asText())
                .isEqualTo("3505");
    }

    @Test
    void speaksCohere() throws Exception {
        server.next(FULL, FULL, FULL);
        JsonNode whole = client.json("/v2/chat", ProviderCall.COHERE.body);
        String wire = StubClient.text(client.post("/v2/chat", ProviderCall.COHERE_STREAM.body));
        List<JsonNode> events = client.events("/v2/chat", ProviderCall.COHERE_STREAM.body);

        assertThat(whole.path("finish_reason").asText()).isEqualTo("TOOL_CALL");
        assertThat(whole.at("/usage/tokens/input_tokens").asInt()).isEqualTo(140);
        assertThat(whole.at("/usage/cached_tokens").asInt()).isEqualTo(40);
        assertThat(whole.at("/message/content/1/text").asText()).isEqualTo("I look it up.");
        assertThat(StubClient.names(wire))
                .startsWith("message-start", "content-start")
                .contains("content-end", "tool-call-start", "tool-call-delta")
                .endsWith("tool-call-end", "message-end");
        assertThat(StubClient.join(events, "/delta/message/content/text")).isEqualTo("I look it up.");
        assertThat(StubClient.join(events, "/delta/message/tool_calls/function/arguments"))
                .isEqualTo("{\"city\":\"Köln\"}");
        assertThat(events.get(events.size() - 1).path("delta").path("usage")).isEqualTo(whole.path("usage"));
        assertThat(client.json("/v2/embed", "{\"model\":\"m\",\"texts\":[\"a\",\"b\"]}")
                        .at("/embeddings/float"))
                .hasSize(2);
    }

    @Test
    void speaksCoheresFirstVersion() throws Exception {
        server.next(FULL, FULL);
        JsonNode whole = client.json("/v1/chat", ProviderCall.COHERE_V1.body);
        List<JsonNode> lines = lines(ProviderCall.COHERE_V1_STREAM);

        assertThat(whole.path("text").asText()).isEqualTo("I look it up.");
        assertThat(whole.at("/tool_calls/0/parameters/city").asText()).isEqualTo("Köln");
        assertThat(whole.at("/meta/billed_units/input_tokens").asInt()).isEqualTo(140);
        assertThat(StubClient.join(lines, "/text")).isEqualTo("I look it up.");
        assertThat(StubClient.join(lines, "/tool_call_delta/parameters")).isEqualTo("{\"city\":\"Köln\"}");
        JsonNode last = lines.get(lines.size() - 1);
        assertThat(last.path("finish_reason").asText()).isEqualTo("COMPLETE");
        assertThat(last.path("response")).isEqualTo(whole);
        assertThat(client.json("/v1/embed", ProviderCall.COHERE_V1_EMBED.body).at("/embeddings/0"))
                .hasSize(8);
    }

    @Test
    void speaksOllama_streamingUnlessToldNotTo() throws Exception {
        server.next(FULL, FULL, Answer.text("Hello there"), Answer.text("Hello there"));
        JsonNode whole = client.json("/api/chat", ProviderCall.OLLAMA.body);
        List<JsonNode> lines = lines(ProviderCall.OLLAMA_STREAM);

        assertThat(whole.path("prompt_eval_count").asInt()).isEqualTo(140);
        assertThat(whole.path("eval_count").asInt()).isEqualTo(27);
        assertThat(whole.at("/message/thinking").asText()).isEqualTo("They want the weather.");
        assertThat(whole.at("/message/tool_calls/0/function/arguments/city").asText())
                .isEqualTo("Köln");
        assertThat(StubClient.join(lines, "/message/content")).isEqualTo("I look it up.");
        assertThat(lines).filteredOn(line -> line.path("done").asBoolean()).hasSize(1);
        assertThat(lines.get(lines.size() - 1).path("eval_count").asInt()).isEqualTo(27);

        List<JsonNode> generated = lines(ProviderCall.OLLAMA_GENERATE_STREAM);
        assertThat(StubClient.join(generated, "/response")).isEqualTo("Hello there");
        assertThat(generated.get(generated.size() - 1).path("context")).isNotEmpty();
        assertThat(client.json("/api/embed", "{\"model\":\"m\",\"input\":[\"a\",\"b\"]}")
                        .path("embeddings"))
                .hasSize(2);
    }

    private List<JsonNode> lines(ProviderCall call) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line :
                StubClient.text(client.post(call.path, call.body)).lines().toList()) {
            lines.add(StubClient.read(line));
        }
        return lines;
    }
}
