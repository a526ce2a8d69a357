package dev.narrative.testing.http;

@Libraries(
        application = "spring-clients",
        folders = {"lib", "lib-7"})
final class RestTemplateJdkIT extends HttpClientContract {
    RestTemplateJdkIT() {
        super(RestTemplateJdkProgram.class, "narrative.jdk-httpclient");
    }
}
