package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.TokenUsage;
import org.junit.jupiter.api.Test;

final class OllamaEmbedTest {
    @Test
    void readsTextsAndCount() {
        Played call = Played.of(Samples.OLLAMA_EMBED);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("nomic-embed-text");
        assertThat(call.attribute("gen_ai.response.model")).isEqualTo("nomic-embed-text");
        assertThat(call.usage()).isEqualTo(new TokenUsage(4, 0, 0, 0, 0, 0));
        assertThat(call.input()).isEqualTo("""
                [{"role":"user","parts":[{"type":"text","content":"a"}]},{"role":"user","parts":[{"type":"text","content":"b"}]}]""");
    }
}
