package dev.narrative.export.langfuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.export.delivery.Reply;
import dev.narrative.export.delivery.Request;
import dev.narrative.export.delivery.Sender;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LangfuseAnswersTest {
    private final FakeServer server = new FakeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|application/json|Taken|",
                "200|text/html|Later|answered 200 with a web page; is narrative.langfuse.host Langfuse's address",
                "302|text/plain|Later|points elsewhere (302)",
                "400|application/json|Refused|answered 400 ({})",
                "401|application/json|Later|does not know these keys (401); check narrative.langfuse.public-key",
                "403|application/json|Later|does not know these keys (403)",
                "404|application/json|Later|has no such API (404); is narrative.langfuse.host Langfuse's address?",
                "407|text/html|Later|web page",
                "413|application/json|Refused|answered 413",
                "429|application/json|Later|answered 429",
                "500|application/json|Later|answered 500",
                "502|text/html|Later|answered 502",
                "503|application/json|Later|answered 503",
                "504|application/json|Ambiguous|answered 504"
            })
    void answer_saysWhatToDo(int status, String type, String kind, String said) throws IOException {
        Reply reply = send(server.answering(status, type, "{}"), LangfuseSenders.TRACES);

        assertThat(reply.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(reply.describe()).contains(said == null ? "" : said);
        if (reply instanceof Reply.Later later) {
            assertThat(later.waitMillis()).isEqualTo(7_000);
        }
    }

    @Test
    void scores_areReadOneByOne() throws IOException {
        server.answering(207, "application/json", """
                {"successes":[{"id":"a","status":201}],"errors":[{"id":"b","status":400,"message":"no value"}]}""");

        assertThat(send(server, LangfuseSenders.SCORES)).isEqualTo(new Reply.Taken(1, "a score: 400 no value"));
    }

    @Test
    void scoresThatFailAtTheServer_areSentAgain_butNotForever() throws IOException {
        server.answering(207, "application/json", "{\"successes\":[],\"errors\":[{\"id\":\"b\",\"status\":500}]}");
        try (Sender sender = LangfuseSenders.open(options(server.url()))) {
            for (int i = 0; i < ScoreAnswers.MOST_REPEATS; i++) {
                assertThat(sender.send(request(LangfuseSenders.SCORES), Sender.BodyStart.UNHEARD))
                        .isInstanceOf(Reply.Later.class);
            }
            assertThat(sender.send(request(LangfuseSenders.SCORES), Sender.BodyStart.UNHEARD))
                    .isEqualTo(new Reply.Taken(1, "a score: 500"));
        }
    }

    @Test
    void scoresThatNobodyAnswered_areSentAgain_sinceTheyOverwriteThemselves() throws IOException {
        server.answering(504, "application/json", "{}");

        assertThat(send(server, LangfuseSenders.SCORES)).isInstanceOf(Reply.Later.class);
    }

    @Test
    void host_mayBeWrittenWithThePathOfItsApi() {
        assertThat(options("https://langfuse.example/base/api/public/otel/").host())
                .isEqualTo("https://langfuse.example/base");
        assertThat(options("https://langfuse.example").address(LangfuseSenders.SCORES_PATH))
                .hasToString("https://langfuse.example/api/public/ingestion");
        assertThat(options("https://langfuse.example").authorization()).isEqualTo("Basic cGs6c2s=");
    }

    private static Reply send(FakeServer server, String target) throws IOException {
        try (Sender sender = LangfuseSenders.open(options(server.url()))) {
            return sender.send(request(target), Sender.BodyStart.UNHEARD);
        }
    }

    private static Request request(String target) {
        return Request.withoutSpans(target, LangfuseSenders.PROTOBUF, new byte[0]);
    }

    private static LangfuseOptions options(String host) {
        return LangfuseOptions.of(AgentConfig.of(Map.of(
                "narrative.langfuse.host", host,
                "narrative.langfuse.public-key", "pk",
                "narrative.langfuse.secret-key", "sk")));
    }
}
