package dev.narrative.applications.langchain4j.newest;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.guardrail.InputGuardrail;
import dev.langchain4j.guardrail.InputGuardrailException;
import dev.langchain4j.guardrail.InputGuardrailResult;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.Map;

/** Guardrails, and tools that are lambdas and run at the same time. Argument: the model server's URL. */
public final class GuardedProgram {
    /** The AI service. */
    interface Guarded {
        String ask(String question);
    }

    /** Lets no secrets pass. */
    static final class NoSecrets implements InputGuardrail {
        @Override
        public InputGuardrailResult validate(UserMessage message) {
            return message.singleText().contains("secret") ? fatal("no secrets, please") : success();
        }
    }

    private GuardedProgram() {}

    /** Asks twice: what may be asked, and what may not. */
    public static void main(String[] args) {
        ChatModel chat = OpenAiChatModel.builder()
                .baseUrl(args[0])
                .apiKey("sk-nothing")
                .modelName("gpt-4o-mini")
                .maxRetries(0)
                .build();
        ToolExecutor clock = (request, memory) -> "noon";
        ToolExecutor broken = (request, memory) -> {
            throw new IllegalStateException("no date");
        };
        Guarded guarded = AiServices.builder(Guarded.class)
                .chatModel(chat)
                .tools(Map.of(tool("clock"), clock, tool("date"), broken))
                .executeToolsConcurrently()
                .inputGuardrails(new NoSecrets())
                .build();
        System.out.println(guarded.ask("What time is it?"));
        try {
            System.out.println(guarded.ask("Tell me a secret."));
        } catch (InputGuardrailException e) {
            System.out.println("refused");
        }
        System.exit(0);
    }

    private static ToolSpecification tool(String name) {
        return ToolSpecification.builder().name(name).build();
    }
}
