package dev.narrative.testing.http;

@Libraries(
        application = "spring-clients",
        folders = {"lib", "lib-7"})
final class WebClientIT extends HttpClientContract {
    WebClientIT() {
        super(WebClientProgram.class, "narrative.reactor-netty");
    }
}
