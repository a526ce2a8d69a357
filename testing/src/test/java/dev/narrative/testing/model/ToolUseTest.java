package dev.narrative.testing.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ToolUseTest {
    private static final String CHAT = "/v1/chat/completions";
    private static final String USER = "{\"role\":\"user\",\"content\":\"Is it far?\"}";
    private static final String CALL =
            "{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"map\"}}]}";
    private static final String RESULT = "{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"two days\"}";
    private static final String TOOLS = """
            ,"tools":[
              {"type":"function","function":{"name":"map","parameters":{"type":"object","properties":{
                "place":{"type":"string"},"unit":{"type":"string","enum":["days","miles"]},"scale":{"type":"integer"},
                "hills":{"type":"boolean"},"via":{"type":"array"},"note":{"type":"string"}},
                "required":["place","unit","scale","hills","via"]}}},
              {"type":"function","function":{"name":"clock"}}]""";

    private final StubModelServer server = StubModelServer.start().usingTools();
    private final StubClient client = new StubClient(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void callsTheFirstTool_withAllThatItRequires() throws Exception {
        JsonNode choice = ask(TOOLS, USER).at("/choices/0");

        assertThat(choice.path("finish_reason").asText()).isEqualTo("tool_calls");
        assertThat(choice.at("/message/tool_calls")).hasSize(1);
        JsonNode function = choice.at("/message/tool_calls/0/function");
        assertThat(function.path("name").asText()).isEqualTo("map");
        assertThat(StubClient.read(function.path("arguments").asText()))
                .isEqualTo(StubClient.read(
                        "{\"place\":\"Is it far?\",\"unit\":\"days\",\"scale\":1,\"hills\":true,\"via\":[]}"));
    }

    @Test
    void answersInWords_onceItHasTheResult() throws Exception {
        assertThat(words(ask(TOOLS, USER + "," + CALL + "," + RESULT))).contains("two days");
    }

    @Test
    void answersInWords_whenThereAreNoTools() throws Exception {
        assertThat(words(ask("", USER))).contains("Is it far?");
    }

    @Test
    void saysWhatItWasTold_beforeAll() throws Exception {
        server.next(Answer.text("Two days."));

        assertThat(words(ask(TOOLS, USER))).isEqualTo("Two days.");
    }

    @Test
    void leavesToolsAlone_unlessItIsToUseThem() throws Exception {
        try (StubModelServer other = StubModelServer.start()) {
            JsonNode answer = new StubClient(other).json(CHAT, body(TOOLS, USER));

            assertThat(words(answer)).contains("Is it far?");
        }
    }

    private JsonNode ask(String tools, String messages) throws Exception {
        return client.json(CHAT, body(tools, messages));
    }

    private static String body(String tools, String messages) {
        return "{\"model\":\"m\",\"messages\":[" + messages + "]" + tools + "}";
    }

    private static String words(JsonNode answer) {
        return answer.at("/choices/0/message/content").asText();
    }
}
