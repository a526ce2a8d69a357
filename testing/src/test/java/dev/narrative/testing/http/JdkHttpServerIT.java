package dev.narrative.testing.http;

final class JdkHttpServerIT extends HttpServerContract {
    JdkHttpServerIT() {
        super(JdkHttpServerProgram.class, "narrative.jdk-httpserver");
    }
}
