package dev.narrative.testing.llm;

final class JdkHttpClientLargeCallIT extends LargeCallContract {
    JdkHttpClientLargeCallIT() {
        super(JdkLargeProgram.class, jvm -> {});
    }
}
