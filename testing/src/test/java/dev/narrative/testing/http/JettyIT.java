package dev.narrative.testing.http;

final class JettyIT extends ServletContract {
    JettyIT() {
        super(JettyProgram.class);
    }
}
