package dev.narrative.applications.langchain4j;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Plays one scenario after the other. Arguments: each scenario, and the URL of its model server. */
public final class LangChain4jProgram {
    private final ChatModel chat;
    private final StreamingChatModel streaming;
    private final EmbeddingModel embedding;

    private LangChain4jProgram(String url) {
        chat = OpenAiChatModel.builder()
                .baseUrl(url)
                .apiKey("sk-nothing")
                .modelName("gpt-4o-mini")
                .maxRetries(2)
                .build();
        streaming = OpenAiStreamingChatModel.builder()
                .baseUrl(url)
                .apiKey("sk-nothing")
                .modelName("gpt-4o-mini")
                .build();
        embedding = OpenAiEmbeddingModel.builder()
                .baseUrl(url)
                .apiKey("sk-nothing")
                .modelName("text-embedding-3-small")
                .build();
    }

    /** Plays each scenario with the server behind its name. */
    public static void main(String[] args) throws Exception {
        for (int i = 0; i < args.length; i += 2) {
            new LangChain4jProgram(args[i + 1]).play(args[i]);
        }
    }

    private void play(String scenario) throws Exception {
        switch (scenario) {
            case "tools" -> say(assistant().ask("tools-1", "What is the weather in Paris?"));
            case "failing-tool" -> say(assistant().ask("tools-2", "And tomorrow?"));
            case "stream" -> say(stream(assistant(), "stream-1", "What is the weather in Rome?"));
            case "broken-stream" -> say(stream(assistant(), "stream-2", "Go on."));
            case "retrieval" -> say(retrieving().ask("rag-1", "Who wrote the letter?"));
            case "structured" -> say(AiServices.create(Librarian.class, chat).find("The one with the whale"));
            case "retry" -> say(AiServices.create(Librarian.class, chat).say("Again, please."));
            case "refused" -> say(refused());
            case "in-process" ->
                say(AiServices.create(Librarian.class, new EchoModel.Blocking()).greet("hello, jane@example.com"));
            case "in-process-stream" ->
                say(stream(
                        AiServices.builder(Assistant.class)
                                .streamingChatModel(new EchoModel.Streaming())
                                .chatMemoryProvider(id -> MessageWindowChatMemory.withMaxMessages(10))
                                .build(),
                        "stream-3",
                        "hello"));
            default -> throw new IllegalArgumentException(scenario);
        }
    }

    private Assistant assistant() {
        return AiServices.builder(Assistant.class)
                .chatModel(chat)
                .streamingChatModel(streaming)
                .tools(new Weather())
                .chatMemoryProvider(id -> MessageWindowChatMemory.withMaxMessages(10))
                .build();
    }

    private Assistant retrieving() {
        InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
        List<TextSegment> texts =
                List.of(TextSegment.from("Ada wrote the letter."), TextSegment.from("The bridge is old."));
        store.addAll(embedding.embedAll(texts).content(), texts);
        return AiServices.builder(Assistant.class)
                .chatModel(chat)
                .chatMemoryProvider(id -> MessageWindowChatMemory.withMaxMessages(10))
                .contentRetriever(EmbeddingStoreContentRetriever.builder()
                        .embeddingStore(store)
                        .embeddingModel(embedding)
                        .maxResults(1)
                        .build())
                .build();
    }

    private static String stream(Assistant assistant, String conversation, String question) throws Exception {
        CompletableFuture<ChatResponse> answer = new CompletableFuture<>();
        StringBuilder pieces = new StringBuilder();
        TokenStream stream = assistant.stream(conversation, question);
        stream.onPartialResponse(pieces::append)
                .onCompleteResponse(answer::complete)
                .onError(answer::completeExceptionally)
                .start();
        try {
            String whole = answer.get(30, TimeUnit.SECONDS).aiMessage().text();
            return pieces + " = " + whole;
        } catch (ExecutionException e) {
            return "failed with " + e.getCause().getClass().getSimpleName();
        }
    }

    private String refused() {
        try {
            return AiServices.create(Librarian.class, chat).refuse("No.");
        } catch (RuntimeException e) {
            return "refused with " + e.getClass().getSimpleName();
        }
    }

    private static void say(Object answer) {
        System.out.println(answer);
    }
}
