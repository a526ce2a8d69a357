package dev.narrative.applications.langchain4j.agentic;

import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.agentic.agent.AgentInvocationException;
import dev.langchain4j.agentic.agent.ErrorRecoveryResult;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.Map;

/** Runs one workflow after the other. Arguments: each workflow, and the URL of its model server. */
public final class AgenticProgram {
    private static final String MODEL = "gpt-4o-mini";

    private final String url;
    private final ChatModel chat;

    private AgenticProgram(String url) {
        this.url = url;
        chat = OpenAiChatModel.builder()
                .baseUrl(url)
                .apiKey("sk-nothing")
                .modelName(MODEL)
                .maxRetries(0)
                .build();
    }

    /** Runs each workflow with the server behind its name. */
    public static void main(String[] args) {
        for (int i = 0; i < args.length; i += 2) {
            System.out.println(new AgenticProgram(args[i + 1]).run(args[i]));
        }
        System.exit(0);
    }

    private Object run(String workflow) {
        return switch (workflow) {
            case "publish" -> publisher().publish("shelf-1", "whales");
            case "parallel" -> parallel().invoke(Map.of("topic", "bridges", "story", "Once."));
            case "conditional" -> conditional().invoke(Map.of("topic", "letters", "long", true));
            case "failing" -> failing();
            case "recovering" -> recovering().invoke(Map.of("story", ""));
            case "human" -> human().invoke(Map.of());
            case "supervised" -> supervised();
            case "streamed" -> streamed().invoke(Map.of("topic", "rivers"));
            default -> throw new IllegalArgumentException(workflow);
        };
    }

    /** A sequence with a loop in it. */
    private Publisher publisher() {
        UntypedAgent polish = AgenticServices.loopBuilder()
                .name("polish")
                .subAgents(editor(), new Scorer())
                .maxIterations(5)
                .exitCondition(scope -> scope.readState("score", 0.0) > 0.8)
                .build();
        return AgenticServices.sequenceBuilder(Publisher.class)
                .subAgents(writer(), polish, new Binder())
                .build();
    }

    /** Neither agent reads what the other writes. */
    private UntypedAgent parallel() {
        Writer reporter = AgenticServices.agentBuilder(Writer.class)
                .chatModel(chat)
                .outputKey("report")
                .build();
        return AgenticServices.parallelBuilder()
                .name("desk")
                .subAgents(reporter, new Scorer())
                .output(scope -> scope.readState("report", "") + ' ' + scope.readState("score", 0.0))
                .build();
    }

    private UntypedAgent conditional() {
        return AgenticServices.conditionalBuilder()
                .name("choice")
                .subAgents(scope -> scope.readState("long", false), writer())
                .subAgents(scope -> !scope.readState("long", false), new Scorer())
                .outputKey("story")
                .build();
    }

    /**
     * The error comes from another thread and through two workflows. Some versions wait for agents in their order, and
     * for none behind one that fails; so that one is the last.
     */
    private static String failing() {
        UntypedAgent halves = AgenticServices.parallelBuilder()
                .name("halves")
                .subAgents(new Scorer(), new Binder())
                .build();
        UntypedAgent sequence = AgenticServices.sequenceBuilder()
                .name("failing")
                .subAgents(halves)
                .build();
        try {
            return "bound " + sequence.invoke(Map.of("story", ""));
        } catch (AgentInvocationException e) {
            return "failed with " + e.getClass().getSimpleName();
        }
    }

    private static UntypedAgent recovering() {
        return AgenticServices.sequenceBuilder()
                .name("recovering")
                .subAgents(new Binder())
                .errorHandler(error -> {
                    error.agenticScope().writeState("story", "Blank.");
                    return ErrorRecoveryResult.retry();
                })
                .outputKey("book")
                .build();
    }

    private static UntypedAgent human() {
        return AgenticServices.sequenceBuilder()
                .name("interview")
                .subAgents(
                        AgenticServices.humanInTheLoopBuilder()
                                .responseProvider(() -> "a human's story")
                                .outputKey("story")
                                .build(),
                        new Binder())
                .outputKey("book")
                .build();
    }

    private String supervised() {
        return AgenticServices.supervisorBuilder()
                .name("chief")
                .chatModel(chat)
                .subAgents(writer(), new Scorer())
                .build()
                .invoke("A story about bells, please.");
    }

    private UntypedAgent streamed() {
        StreamingWriter writer = AgenticServices.agentBuilder(StreamingWriter.class)
                .streamingChatModel(OpenAiStreamingChatModel.builder()
                        .baseUrl(url)
                        .apiKey("sk-nothing")
                        .modelName(MODEL)
                        .build())
                .build();
        return AgenticServices.sequenceBuilder()
                .name("live")
                .subAgents(writer, new Binder())
                .outputKey("book")
                .build();
    }

    private Writer writer() {
        return AgenticServices.agentBuilder(Writer.class).chatModel(chat).build();
    }

    private Editor editor() {
        return AgenticServices.agentBuilder(Editor.class)
                .name("editor")
                .chatModel(chat)
                .build();
    }
}
