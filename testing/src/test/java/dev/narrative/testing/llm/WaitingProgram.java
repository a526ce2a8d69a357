package dev.narrative.testing.llm;

import java.io.IOException;

/** Does nothing until it is told to end. */
final class WaitingProgram {
    private WaitingProgram() {}

    public static void main(String[] args) throws IOException {
        System.out.println("waiting");
        System.in.read();
    }
}
