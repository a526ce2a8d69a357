package dev.narrative.testing.http;

@Libraries(
        application = "apache-httpclient5",
        folders = {"lib-5.0", "lib-5.6"})
final class ApacheHttpClient5IT extends ApacheBlockingContract {
    ApacheHttpClient5IT() {
        super(ApacheHttpClient5Program.class, "narrative.apache-httpclient5");
    }
}
