package dev.narrative.testing.http;

@Libraries(
        application = "spring-clients",
        folders = {"lib", "lib-7"})
final class RestClientReactorIT extends HttpClientContract {
    RestClientReactorIT() {
        super(RestClientReactorProgram.class, "narrative.reactor-netty");
    }
}
