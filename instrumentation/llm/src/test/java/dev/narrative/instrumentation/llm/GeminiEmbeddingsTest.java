package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.TokenUsage;
import org.junit.jupiter.api.Test;

final class GeminiEmbeddingsTest {
    @Test
    void readsBatch() {
        Played call = Played.of(Samples.GEMINI_EMBEDDINGS);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("gemini-embedding-001");
        assertThat(call.usage()).isEqualTo(new TokenUsage(4, 0, 0, 0, 0, 0));
        assertThat(call.attribute("gen_ai.embeddings.dimension.count")).isEqualTo(768L);
        assertThat(call.input()).isEqualTo("""
                [{"role":"user","parts":[{"type":"text","content":"a"}]},{"role":"user","parts":[{"type":"text","content":"b"}]}]""");
    }

    @Test
    void sumsCounts_ofVertexPredictions() {
        Played call = Played.of(Samples.VERTEX_PREDICT);

        assertThat(call.attribute("gen_ai.request.model")).isEqualTo("text-embedding-005");
        assertThat(call.usage()).isEqualTo(new TokenUsage(9, 0, 0, 0, 0, 0));
        assertThat(call.attribute("gen_ai.provider.name")).isEqualTo("gcp.vertex_ai");
        assertThat(call.input()).isEqualTo("""
                [{"role":"user","parts":[{"type":"text","content":"a"}]},{"role":"user","parts":[{"type":"text","content":"b"}]}]""");
    }
}
