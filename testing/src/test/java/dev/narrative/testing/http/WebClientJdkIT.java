package dev.narrative.testing.http;

@Libraries(
        application = "spring-clients",
        folders = {"lib", "lib-7"})
final class WebClientJdkIT extends HttpClientContract {
    WebClientJdkIT() {
        super(WebClientJdkProgram.class, "narrative.jdk-httpclient");
    }
}
