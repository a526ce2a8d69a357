package dev.narrative.testing.http;

@Libraries(
        application = "apache-httpclient4",
        folders = {"lib-4.5.0", "lib-4.5.14"})
final class ApacheHttpClient4AsyncIT extends ApacheAsyncContract {
    ApacheHttpClient4AsyncIT() {
        super(ApacheHttpClient4AsyncProgram.class, "narrative.apache-httpclient4");
    }
}
