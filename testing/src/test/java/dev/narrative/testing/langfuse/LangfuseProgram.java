package dev.narrative.testing.langfuse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** One step of every kind, a model call, and an operation on a chart that is scored in every way. */
final class LangfuseProgram {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI model;

    private LangfuseProgram(URI model) {
        this.model = model;
    }

    /** What an operation on a chart comes to. */
    record Chart(double coherence, boolean passed, String verdict, String remark, int rating) {}

    /** The model server's address, and another, which knows nothing of models. */
    public static void main(String[] args) throws Exception {
        LangfuseProgram program = new LangfuseProgram(URI.create(args[0]));
        program.handle("session-1", "story-1", "ada", List.of("river", "bridge"), URI.create(args[1]));
        program.plumb(URI.create(args[1]));
    }

    void handle(String session, String story, String user, List<String> tags, URI other) throws Exception {
        asSpan("s");
        asGeneration("g");
        asEvent("e");
        asAgent("a");
        asTool("t");
        asChain("c");
        asRetriever("r");
        asEmbedding("m");
        asEvaluator("v");
        asGuardrail("u");
        readAsStory("the river");
        updateChart("cross the river");
        prompted("storyteller", "3");
        bare("gpt-bare", "in", "out");
        plumb(other);
        ask();
        try {
            broken();
        } catch (IllegalStateException expected) {
            // the step has failed, the request goes on
        }
    }

    String asSpan(String input) {
        return "span " + input;
    }

    String asGeneration(String input) {
        return "generation " + input;
    }

    String asEvent(String input) {
        return "event " + input;
    }

    String asAgent(String input) {
        return "agent " + input;
    }

    String asTool(String input) {
        return "tool " + input;
    }

    String asChain(String input) {
        return "chain " + input;
    }

    String asRetriever(String input) {
        return "retriever " + input;
    }

    String asEmbedding(String input) {
        return "embedding " + input;
    }

    String asEvaluator(String input) {
        return "evaluator " + input;
    }

    String asGuardrail(String input) {
        return "guardrail " + input;
    }

    String readAsStory(String passage) {
        return "On " + passage;
    }

    Chart updateChart(String outcome) {
        return new Chart(0.75, true, "good", "holds together", outcome.length());
    }

    String prompted(String name, String version) {
        return name + version;
    }

    String bare(String modelName, String input, String output) {
        return modelName + input + output;
    }

    void broken() {
        throw new IllegalStateException("the bridge is out");
    }

    /** A request that has nothing to do with models. */
    void plumb(URI other) throws IOException, InterruptedException {
        client.send(HttpRequest.newBuilder(other.resolve("/weather")).build(), BodyHandlers.discarding());
    }

    void ask() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(model.resolve("/v1/chat/completions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"model":"gpt-4o","stream":true,"stream_options":{"include_usage":true},"temperature":0.2,"max_tokens":64,
                         "messages":[{"role":"system","content":"You tell stories."},{"role":"user","content":"Go on."}]}"""))
                .build();
        client.send(request, BodyHandlers.ofString());
    }
}
