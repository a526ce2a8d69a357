package dev.narrative.testing.http;

final class TomcatIT extends ServletContract {
    TomcatIT() {
        super(TomcatProgram.class);
    }
}
