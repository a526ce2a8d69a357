package dev.narrative.testing.http;

@Libraries(
        application = "spring-clients",
        folders = {"lib", "lib-7"})
final class RestClientJdkIT extends HttpClientContract {
    RestClientJdkIT() {
        super(RestClientJdkProgram.class, "narrative.jdk-httpclient");
    }
}
