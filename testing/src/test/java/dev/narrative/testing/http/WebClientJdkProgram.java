package dev.narrative.testing.http;

import dev.narrative.applications.spring.WebClientCalls;

final class WebClientJdkProgram {
    private WebClientJdkProgram() {}

    public static void main(String[] args) throws Exception {
        new ClientScenarios(patience -> new SpringClient(WebClientCalls.overTheJdk(patience)), args[0]).run();
    }
}
