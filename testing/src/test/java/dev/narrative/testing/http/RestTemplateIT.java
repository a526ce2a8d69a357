package dev.narrative.testing.http;

@Libraries(
        application = "spring-clients",
        folders = {"lib", "lib-7"})
final class RestTemplateIT extends HttpClientContract {
    RestTemplateIT() {
        super(RestTemplateProgram.class, "narrative.apache-httpclient5");
    }
}
