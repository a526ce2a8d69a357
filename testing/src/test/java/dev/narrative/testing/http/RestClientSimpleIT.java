package dev.narrative.testing.http;

@Libraries(
        application = "spring-clients",
        folders = {"lib", "lib-7"})
final class RestClientSimpleIT extends HttpClientContract {
    RestClientSimpleIT() {
        super(RestClientSimpleProgram.class, "narrative.jdk-urlconnection");
    }
}
