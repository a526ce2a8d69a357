package dev.narrative.testing.http;

@Libraries(
        application = "spring-clients",
        folders = {"lib", "lib-7"})
final class RestTemplateReactorIT extends HttpClientContract {
    RestTemplateReactorIT() {
        super(RestTemplateReactorProgram.class, "narrative.reactor-netty");
    }
}
