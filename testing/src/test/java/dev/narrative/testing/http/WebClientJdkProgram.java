package dev.narrative.testing.http;

import dev.narrative.application.spring.WebClientCalls;

final class WebClientJdkProgram {
    private WebClientJdkProgram() {}

    public static void main(String[] args) throws Exception {
        new ClientScenarios(new SpringClient(WebClientCalls.overTheJdk()), args[0]).run();
    }
}
