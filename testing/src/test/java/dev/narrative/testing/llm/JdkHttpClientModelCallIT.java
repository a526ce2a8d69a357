package dev.narrative.testing.llm;

final class JdkHttpClientModelCallIT extends ModelCallContract {
    JdkHttpClientModelCallIT() {
        super(JdkModelProgram.class);
    }
}
