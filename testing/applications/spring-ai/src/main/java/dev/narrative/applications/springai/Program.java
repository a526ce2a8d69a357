package dev.narrative.applications.springai;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.client.advisor.SafeGuardAdvisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.document.Document;
import org.springframework.ai.rag.advisor.RetrievalAugmentationAdvisor;
import org.springframework.ai.rag.retrieval.search.VectorStoreDocumentRetriever;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.function.FunctionToolCallback;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.SimpleVectorStore;
import org.springframework.ai.vectorstore.VectorStore;

/** Arguments: base URL, scenario. Prints what comes of it. */
public final class Program {
    private static final String CONVERSATION = "conversation-7";

    private final Models models;
    private final String url;

    private Program(Models models, String url) {
        this.models = models;
        this.url = url;
    }

    public static void run(Models models, String... args) {
        Program program = new Program(models, args[0]);
        switch (args[1]) {
            case "ask" -> System.out.println(program.ask());
            case "tool" -> System.out.println(program.tool(false));
            case "broken-tool" -> System.out.println(program.tool(true));
            case "stream" -> program.stream().forEach(System.out::println);
            case "give-up" -> System.out.println(program.giveUp());
            case "search" -> program.search();
            case "augment" -> System.out.println(program.augment());
            case "blocked" -> System.out.println(program.blocked());
            case "fail" -> program.fail();
            default -> throw new IllegalArgumentException(args[1]);
        }
    }

    /** With the memory of one conversation. */
    private String ask() {
        ChatClient client = remembering();
        return ask(client, "Where are we? Mail me at ada@example.com.") + "\n" + ask(client, "And before?");
    }

    private static String ask(ChatClient client, String question) {
        return client.prompt()
                .user(question)
                .advisors(advisors -> advisors.param(ChatMemory.CONVERSATION_ID, CONVERSATION))
                .call()
                .content();
    }

    private String tool(boolean broken) {
        return client().prompt()
                .user("What is the weather in Ghent?")
                .toolCallbacks(weather(broken))
                .call()
                .content();
    }

    private List<String> stream() {
        return remembering()
                .prompt()
                .user("Tell me more.")
                .toolCallbacks(weather(false))
                .advisors(advisors -> advisors.param(ChatMemory.CONVERSATION_ID, CONVERSATION))
                .stream()
                .content()
                .toStream()
                .toList();
    }

    private @Nullable String giveUp() {
        return client().prompt().user("Tell me more.").stream().content().blockFirst();
    }

    private void search() {
        for (Document found : library()
                .similaritySearch(
                        SearchRequest.builder().query("bridges").topK(2).build())) {
            System.out.println(found.getText());
        }
    }

    private String augment() {
        RetrievalAugmentationAdvisor advisor = RetrievalAugmentationAdvisor.builder()
                .documentRetriever(VectorStoreDocumentRetriever.builder()
                        .vectorStore(library())
                        .topK(1)
                        .build())
                .build();
        return client().prompt().user("Who built it?").advisors(advisor).call().content();
    }

    private String blocked() {
        SafeGuardAdvisor guard =
                SafeGuardAdvisor.builder().sensitiveWords(List.of("dynamite")).build();
        return client().prompt()
                .user("Where is dynamite sold?")
                .advisors(guard)
                .call()
                .content();
    }

    private void fail() {
        try {
            System.out.println(client().prompt().user("Where are we?").call().content());
        } catch (RuntimeException e) {
            System.out.println(e.getClass().getSimpleName());
        }
    }

    private VectorStore library() {
        VectorStore store = SimpleVectorStore.builder(models.embedding(url)).build();
        store.add(List.of(new Document("1", "The bridge holds.", Map.of())));
        return store;
    }

    private ChatClient remembering() {
        MessageWindowChatMemory memory = MessageWindowChatMemory.builder().build();
        return ChatClient.builder(models.chat(url))
                .defaultAdvisors(MessageChatMemoryAdvisor.builder(memory).build())
                .build();
    }

    private ChatClient client() {
        return ChatClient.builder(models.chat(url)).build();
    }

    private static ToolCallback weather(boolean broken) {
        return FunctionToolCallback.builder("weather", (Place place) -> {
                    if (broken) {
                        throw new IllegalStateException("no station in " + place.city());
                    }
                    return "Rain in " + place.city();
                })
                .description("Tells the weather")
                .inputType(Place.class)
                .build();
    }

    /** Of which the weather is asked. */
    public record Place(String city) {}
}
