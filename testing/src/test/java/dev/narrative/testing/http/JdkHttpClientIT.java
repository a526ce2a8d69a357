package dev.narrative.testing.http;

final class JdkHttpClientIT extends HttpClientContract {
    JdkHttpClientIT() {
        super(JdkHttpClientProgram.class, "narrative.jdk-httpclient");
    }
}
