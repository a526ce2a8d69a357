package dev.narrative.testing.http;

final class UrlConnectionIT extends HttpClientContract {
    UrlConnectionIT() {
        super(UrlConnectionProgram.class, "narrative.jdk-urlconnection");
    }
}
