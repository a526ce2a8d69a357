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

/** What applications do with Spring AI; the methods without arguments are traced. */
public final class Program {
    private static final String CONVERSATION = "conversation-7";

    private final Models models;
    private final String url;
    private final String callingTools;
    private final String flaky;
    private final String broken;

    private Program(Models models, String url, String callingTools, String flaky, String broken) {
        this.models = models;
        this.url = url;
        this.callingTools = callingTools;
        this.flaky = flaky;
        this.broken = broken;
    }

    /** @param urls of model servers: one that answers, one that calls a tool first, one that fails twice, one that fails */
    public static void run(Models models, String... urls) {
        Program program = new Program(models, urls[0], urls[1], urls[2], urls[3]);
        System.out.println(program.ask());
        System.out.println(program.callTool());
        System.out.println(program.callBrokenTool());
        System.out.println(program.stream());
        System.out.println(program.giveUp());
        System.out.println(program.search());
        System.out.println(program.augment());
        System.out.println(program.refuse());
        System.out.println(program.retry());
        System.out.println(program.fail());
    }

    /** With the memory of one conversation. */
    private String ask() {
        ChatClient client = remembering(url);
        return ask(client, "Where are we? Mail me at ada@example.com.") + "\n" + ask(client, "And before?");
    }

    private static @Nullable String ask(ChatClient client, String question) {
        return client.prompt()
                .user(question)
                .advisors(advisors -> advisors.param(ChatMemory.CONVERSATION_ID, CONVERSATION))
                .call()
                .content();
    }

    private @Nullable String callTool() {
        return callTool(false);
    }

    private @Nullable String callBrokenTool() {
        return callTool(true);
    }

    private @Nullable String callTool(boolean fails) {
        return client(callingTools)
                .prompt()
                .user("What is the weather in Ghent?")
                .toolCallbacks(weather(fails))
                .call()
                .content();
    }

    private List<String> stream() {
        return remembering(callingTools)
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
        return client(url).prompt().user("Tell me more.").stream().content().blockFirst();
    }

    private List<@Nullable String> search() {
        SearchRequest request = SearchRequest.builder().query("bridges").topK(2).build();
        return library().similaritySearch(request).stream()
                .map(Document::getText)
                .toList();
    }

    private @Nullable String augment() {
        RetrievalAugmentationAdvisor advisor = RetrievalAugmentationAdvisor.builder()
                .documentRetriever(VectorStoreDocumentRetriever.builder()
                        .vectorStore(library())
                        .topK(1)
                        .build())
                .build();
        return client(url)
                .prompt()
                .user("Who built it?")
                .advisors(advisor)
                .call()
                .content();
    }

    private @Nullable String refuse() {
        SafeGuardAdvisor guard =
                SafeGuardAdvisor.builder().sensitiveWords(List.of("dynamite")).build();
        return client(url)
                .prompt()
                .user("Where is dynamite sold?")
                .advisors(guard)
                .call()
                .content();
    }

    private @Nullable String retry() {
        return client(flaky).prompt().user("Where are we?").call().content();
    }

    private @Nullable String fail() {
        try {
            return client(broken).prompt().user("Where are we?").call().content();
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    private VectorStore library() {
        VectorStore store = SimpleVectorStore.builder(models.embedding(url)).build();
        store.add(List.of(new Document("1", "bridges", Map.of())));
        return store;
    }

    private ChatClient remembering(String server) {
        MessageWindowChatMemory memory = MessageWindowChatMemory.builder().build();
        return ChatClient.builder(models.chat(server))
                .defaultAdvisors(MessageChatMemoryAdvisor.builder(memory).build())
                .build();
    }

    private ChatClient client(String server) {
        return ChatClient.builder(models.chat(server)).build();
    }

    private static ToolCallback weather(boolean fails) {
        return FunctionToolCallback.builder("weather", (Place place) -> {
                    if (fails) {
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
