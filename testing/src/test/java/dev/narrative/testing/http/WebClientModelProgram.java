package dev.narrative.testing.http;

import dev.narrative.applications.spring.ModelScenarios;
import dev.narrative.applications.spring.WebClientCalls;
import java.time.Duration;

final class WebClientModelProgram {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private WebClientModelProgram() {}

    public static void main(String[] args) {
        ModelScenarios.play(
                args[0].equals("jdk") ? WebClientCalls.overTheJdk(LIMIT) : WebClientCalls.overReactorNetty(LIMIT),
                args[1],
                args[2]);
    }
}
