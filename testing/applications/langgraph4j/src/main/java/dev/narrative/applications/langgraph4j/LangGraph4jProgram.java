package dev.narrative.applications.langgraph4j;

import static org.bsc.langgraph4j.action.AsyncEdgeAction.edge_async;
import static org.bsc.langgraph4j.action.AsyncNodeAction.node_async;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.GraphDefinition;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.AsyncCommandAction;
import org.bsc.langgraph4j.action.AsyncNodeAction;
import org.bsc.langgraph4j.action.Command;
import org.bsc.langgraph4j.state.AgentState;

/** Plays one scenario after the other. Arguments: each scenario, and the URL of its model server. */
public final class LangGraph4jProgram {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI chat;

    private LangGraph4jProgram(String url) {
        chat = URI.create(url + "/chat/completions");
    }

    /** Plays each scenario with the server behind its name. */
    public static void main(String[] args) throws Exception {
        for (int i = 0; i < args.length; i += 2) {
            System.out.println(new LangGraph4jProgram(args[i + 1]).play(args[i]));
        }
    }

    private String play(String scenario) throws GraphStateException {
        return switch (scenario) {
            case "invoke" ->
                String.valueOf(story().invoke(Map.of("topic", "a letter to jane@example.com"), thread("graph-1"))
                        .map(state -> state.value("text").orElse("nothing"))
                        .orElse("no state"));
            case "stream" -> stream();
            case "failing" -> failing();
            case "deciding" -> deciding();
            case "undecided" -> undecided();
            default -> throw new IllegalArgumentException(scenario);
        };
    }

    private String stream() throws GraphStateException {
        StringBuilder nodes = new StringBuilder();
        story().stream(Map.of("topic", "a bridge"), thread("graph-2"))
                .forEach(output -> nodes.append(output.node()).append(' '));
        return nodes.toString();
    }

    private String failing() throws GraphStateException {
        CompiledGraph<AgentState> graph = new StateGraph<>(AgentState::new)
                .addNode("break", node_async(state -> {
                    throw new IllegalStateException("broken on purpose");
                }))
                .addEdge(GraphDefinition.START, "break")
                .addEdge("break", GraphDefinition.END)
                .compile();
        try {
            return String.valueOf(graph.invoke(Map.of()));
        } catch (RuntimeException e) {
            return "failed";
        }
    }

    /** Asks a model which way to go, on a thread of its own, and takes a note of it. */
    private String deciding() throws GraphStateException {
        AsyncCommandAction<AgentState> decide = (state, config) ->
                CompletableFuture.supplyAsync(() -> new Command("left", Map.of("note", "status " + ask())));
        return new StateGraph<>(AgentState::new)
                .addNode("left", node_async(state -> Map.of("text", "went left")))
                .addConditionalEdges(
                        GraphDefinition.START, decide, Map.of("left", "left", "right", GraphDefinition.END))
                .addEdge("left", GraphDefinition.END)
                .compile()
                .invoke(Map.of("sender", "jane@example.com"))
                .map(state -> state.value("note").orElse("no note") + ", "
                        + state.value("text").orElse("nothing"))
                .orElse("no state");
    }

    private String undecided() throws GraphStateException {
        CompiledGraph<AgentState> graph = new StateGraph<>(AgentState::new)
                .addNode("ask", node_async(state -> Map.of("text", "asked")))
                .addEdge(GraphDefinition.START, "ask")
                .addConditionalEdges(
                        "ask",
                        edge_async(state -> {
                            throw new IllegalStateException("undecided on purpose");
                        }),
                        Map.of("done", GraphDefinition.END))
                .compile();
        try {
            return String.valueOf(graph.invoke(Map.of()));
        } catch (RuntimeException e) {
            return "undecided";
        }
    }

    /** Drafts on a thread of its own, decides, and polishes. */
    private CompiledGraph<AgentState> story() throws GraphStateException {
        AsyncNodeAction<AgentState> draft =
                state -> CompletableFuture.supplyAsync(() -> Map.of("text", "draft: " + ask()));
        return new StateGraph<>(AgentState::new)
                .addNode("draft", draft)
                .addNode(
                        "polish",
                        node_async(state ->
                                Map.of("text", "polished " + state.value("text").orElse(""))))
                .addEdge(GraphDefinition.START, "draft")
                .addConditionalEdges(
                        "draft",
                        edge_async(state -> state.value("text").isPresent() ? "good" : "bad"),
                        Map.of("good", "polish", "bad", GraphDefinition.END))
                .addEdge("polish", GraphDefinition.END)
                .compile(CompileConfig.builder().graphId("story").build());
    }

    private static RunnableConfig thread(String id) {
        return RunnableConfig.builder().threadId(id).build();
    }

    private int ask() {
        String body = "{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"Draft it.\"}]}";
        HttpRequest request = HttpRequest.newBuilder(chat)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
