package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.TokenUsage;
import org.junit.jupiter.api.Test;

final class CohereEmbedTest {
    @Test
    void readsTextsAndUsage() {
        Played call = Played.of(Samples.COHERE_EMBED);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("embed-v4.0");
        assertThat(call.attribute("gen_ai.response.id")).isEqualTo("ce-1");
        assertThat(call.usage()).isEqualTo(new TokenUsage(6, 0, 0, 0, 0, 0));
        assertThat(call.attribute("gen_ai.embeddings.dimension.count")).isEqualTo(512L);
        assertThat(call.input()).isEqualTo("""
                [{"role":"user","parts":[{"type":"text","content":"a"}]},{"role":"user","parts":[{"type":"text","content":"b"}]}]""");
    }
}
