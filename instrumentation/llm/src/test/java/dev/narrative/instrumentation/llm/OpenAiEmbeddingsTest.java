package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.TokenUsage;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenAiEmbeddingsTest {
    @Test
    void readsTextsAndUsage() {
        Played call = Played.of(Samples.OPENAI_EMBEDDINGS);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("text-embedding-3-small");
        assertThat(call.attribute("gen_ai.response.model")).isEqualTo("text-embedding-3-small");
        assertThat(call.usage()).isEqualTo(new TokenUsage(2, 0, 0, 0, 0, 0));
        assertThat(call.attribute("gen_ai.embeddings.dimension.count")).isEqualTo(256L);
        assertThat(call.attribute("gen_ai.request.encoding_formats")).isEqualTo(List.of("float"));
        assertThat(call.input()).isEqualTo("""
                [{"role":"user","parts":[{"type":"text","content":"one"}]},{"role":"user","parts":[{"type":"text","content":"two"}]}]""");
        assertThat(call.output()).isNull();
    }
}
