package dev.narrative.testing.http;

import dev.narrative.applications.spring.WebClientCalls;

final class WebClientProgram {
    private WebClientProgram() {}

    public static void main(String[] args) throws Exception {
        new ClientScenarios(patience -> new SpringClient(WebClientCalls.overReactorNetty(patience)), args[0]).run();
    }
}
