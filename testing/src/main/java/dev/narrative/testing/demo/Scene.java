package dev.narrative.testing.demo;

import java.util.List;

/**
 * One request of the demo's session.
 *
 * @param operation the last part of the path
 * @param modelCalls how often a model is asked, for words or for vectors
 * @param steps what kinds of steps it takes besides, by {@code narrative.type}
 */
record Scene(String operation, String body, int modelCalls, List<String> steps) {
    static final String SESSION = "demo-session";
    static final String STORY = "river-crossing";

    static final List<Scene> PLAYED = List.of(
            new Scene(
                    "analysis",
                    "{\"text\":\"The engineers return to the river where the first bridge was promised.\"}",
                    3,
                    List.of("agent", "chain")),
            new Scene(
                    "chart",
                    "{\"desiredOutcome\":\"a bridge that carries both villages over the river\","
                            + "\"currentReality\":\"two villages and a river without a bridge\"}",
                    1,
                    List.of("tool")),
            new Scene("beats", "{\"text\":\"The elders arrive with a rope.\"}", 1, List.of("chain")),
            // The beats become vectors, then the question; the model asks for the chart, then it answers.
            new Scene(
                    "questions",
                    "{\"text\":\"Who holds the rope, and what does the bridge need next?\"}",
                    4,
                    List.of("agent", "retriever", "tool")));

    String path() {
        return "/sessions/" + SESSION + "/stories/" + STORY + "/" + operation;
    }
}
