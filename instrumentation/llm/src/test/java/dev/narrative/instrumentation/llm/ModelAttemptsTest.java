package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.trace.Span;
import dev.narrative.instrumentation.llm.stream.BodyReader;
import dev.narrative.model.StatusCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of a call whose attempts came to nothing. */
class ModelAttemptsTest {
    private static final String URL = "https://api.openai.com/v1/chat/completions";
    private static final String REFUSAL = "{\"error\":{\"type\":\"requests\",\"message\":\"Slow down.\"}}";
    private static final String ANSWER = "{\"model\":\"m-1\",\"choices\":[{\"finish_reason\":\"stop\"}]}";
    private static final ModelApi API = Objects.requireNonNull(ModelApis.find("POST", URL, null));

    private final EndedSpans ended = EndedSpans.start(AgentConfig.defaults());

    @Test
    void keepsNothing_ofAnAttemptThatBrokeOff() {
        ModelSpan call = begin();
        play(attempt(call), 200, ANSWER, new IOException("cut"));
        play(attempt(call), 429, REFUSAL);
        call.release();

        assertThat(call.status()).isEqualTo(StatusCode.ERROR);
        assertThat(call.statusMessage()).isEqualTo("Slow down.");
        assertThat(call.call().responseModel()).isNull();
        assertThat(call.call().finishReasons()).isEmpty();
    }

    @Test
    void isNotCancelled_whenNobodyReadsWhyItWasRefused() {
        ModelSpan call = begin();
        ModelExchange attempt = attempt(call);
        attempt.answerReader(429, null);
        attempt.requestEnded(429, null);
        attempt.answerEnded(null, true);
        call.release();

        assertThat(call.status()).isEqualTo(StatusCode.ERROR);
        assertThat(call.attributes().get("error.type")).isEqualTo("429");
        assertThat(call.attributes().get("narrative.cancelled")).isNull();
    }

    @Test
    void tellsWhyNoServerWasReached_ratherThanWhatTheSdkMadeOfIt() {
        ModelSpan call = begin();
        call.enter();
        attempt(call).requestEnded(0, new IOException("no route"));

        call.exit(new IllegalStateException("gave up"));

        assertThat(ended.all()).containsExactly(call);
        assertThat(call.statusMessage()).isEqualTo("no route");
        assertThat(Span.current()).isNull();
    }

    private static ModelSpan begin() {
        return ModelSpan.begin(AgentRuntime.tracer(), API, null);
    }

    private static ModelExchange attempt(ModelSpan call) {
        return Objects.requireNonNull(ModelExchange.begin(AgentRuntime.tracer(), "POST", URL, null, call));
    }

    private static void play(ModelExchange attempt, int status, String answer) {
        play(attempt, status, answer, null);
    }

    private static void play(ModelExchange attempt, int status, String answer, @Nullable Throwable error) {
        @Nullable BodyReader reader = attempt.answerReader(status, "application/json");
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        Objects.requireNonNull(reader).bytes(bytes, 0, bytes.length);
        reader.end();
        attempt.requestEnded(status, null);
        attempt.answerEnded(error, false);
    }
}
