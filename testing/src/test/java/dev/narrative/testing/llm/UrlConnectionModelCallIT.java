package dev.narrative.testing.llm;

final class UrlConnectionModelCallIT extends ModelCallContract {
    UrlConnectionModelCallIT() {
        super(UrlConnectionModelProgram.class);
    }
}
