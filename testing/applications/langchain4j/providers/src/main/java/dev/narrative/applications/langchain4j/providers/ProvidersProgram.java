package dev.narrative.applications.langchain4j.providers;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.Response;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;

/**
 * Arguments: base URL and scenario, as many pairs as wanted. A scenario names the provider and what is wanted of it; what
 * stands after a second slash only tells it from others. Prints what the library makes of each answer, one fact a line.
 */
final class ProvidersProgram {
    private static final String QUESTION = "Where are we? Tell ada@example.com.";

    private final Provider provider;

    private ProvidersProgram(Provider provider) {
        this.provider = provider;
    }

    /** Ends by itself: OkHttp's threads would keep the JVM for a minute. */
    public static void main(String[] args) {
        for (int i = 0; i < args.length; i += 2) {
            String provider = args[i + 1].split("/", -1)[0];
            try {
                new ProvidersProgram(Provider.named(provider, args[i])).run(args[i + 1]);
            } catch (CompletionException e) {
                System.out.println("error " + e.getCause().getClass().getSimpleName());
            } catch (RuntimeException e) {
                System.out.println("error " + e.getClass().getSimpleName() + said(e));
            }
        }
        System.exit(0);
    }

    private void run(String scenario) {
        System.out.println("scenario " + scenario);
        switch (scenario.split("/", -1)[1]) {
            case "chat" -> print(provider.chat().chat(ask().build()));
            case "tools" -> print(provider.chat().chat(askWithTool()));
            case "stream" -> stream(ask().build());
            case "stream-tools" -> stream(askWithTool());
            case "cancel" -> cancel();
            case "text" -> print(provider.language().generate(QUESTION));
            case "stream-text" -> streamText();
            case "embed" -> embed();
            default -> throw new IllegalArgumentException(scenario);
        }
    }

    private void stream(ChatRequest question) {
        PrintedStream answer = new PrintedStream();
        provider.streaming().chat(question, answer);
        print(answer.whole());
    }

    private void cancel() {
        CancelledStream answer = new CancelledStream();
        provider.streaming().chat(ask().build(), answer);
        answer.await();
    }

    private void streamText() {
        PrintedText answer = new PrintedText();
        provider.streamingLanguage().generate(QUESTION, answer);
        print(answer.whole());
    }

    private void embed() {
        var response = provider.embedding().embedAll(List.of(TextSegment.from("A river")));
        response.content().forEach(vector -> System.out.println("vector " + Arrays.toString(vector.vector())));
        System.out.println("usage " + response.tokenUsage());
    }

    private static ChatRequest.Builder ask() {
        return ChatRequest.builder().messages(UserMessage.from(QUESTION));
    }

    private static ChatRequest askWithTool() {
        ToolSpecification weather = ToolSpecification.builder()
                .name("weather")
                .parameters(JsonObjectSchema.builder().addStringProperty("at").build())
                .build();
        return ask().toolSpecifications(weather).build();
    }

    private static void print(ChatResponse answer) {
        AiMessage message = answer.aiMessage();
        System.out.println("model " + answer.modelName());
        System.out.println("thinking " + message.thinking());
        System.out.println("text " + message.text());
        message.toolExecutionRequests()
                .forEach(call -> System.out.println("tool " + call.name() + " " + call.arguments()));
        System.out.println("finish " + answer.finishReason());
        System.out.println("usage " + answer.tokenUsage());
    }

    private static void print(Response<String> answer) {
        System.out.println("text " + answer.content());
        System.out.println("finish " + answer.finishReason());
        System.out.println("usage " + answer.tokenUsage());
    }

    private static String said(RuntimeException error) {
        return error.getCause() instanceof HttpException said ? " " + said.statusCode() + " " + said.getMessage() : "";
    }
}
