package dev.narrative.testing.http;

@Libraries(
        application = "apache-httpclient5",
        folders = {"lib-5.0", "lib-5.6"})
final class ApacheHttpClient5AsyncIT extends ApacheAsyncContract {
    ApacheHttpClient5AsyncIT() {
        super(ApacheHttpClient5AsyncProgram.class, "narrative.apache-httpclient5");
    }
}
