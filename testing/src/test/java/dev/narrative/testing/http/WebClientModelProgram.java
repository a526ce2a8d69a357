package dev.narrative.testing.http;

import dev.narrative.applications.spring.ModelScenarios;
import dev.narrative.applications.spring.WebClientCalls;

final class WebClientModelProgram {
    private WebClientModelProgram() {}

    public static void main(String[] args) {
        ModelScenarios.play(
                args[0].equals("jdk") ? WebClientCalls.overTheJdk() : WebClientCalls.overReactorNetty(),
                args[1],
                args[2]);
    }
}
