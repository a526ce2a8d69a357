package dev.narrative.testapp;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.service.AiServices;
import java.net.URI;
import java.time.Duration;

/** Lets a LangChain4j service answer, which is given the beats that come near to the question and may look at the chart. */
final class LangChainStoryteller implements Storyteller {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String ANYTHING = "unused";

    private final ChatModel model;
    private final BeatShelves shelves;
    private final StoryStore store;

    private LangChainStoryteller(ChatModel model, BeatShelves shelves, StoryStore store) {
        this.model = model;
        this.shelves = shelves;
        this.store = store;
    }

    /** @param server where {@code /v1/chat/completions} and {@code /v1/embeddings} are served */
    static LangChainStoryteller of(URI server, StoryStore store) {
        String api = server.resolve("/v1").toString();
        OpenAiChatModel chat = OpenAiChatModel.builder()
                .baseUrl(api)
                .apiKey(ANYTHING)
                .modelName(ModelClient.MODEL)
                .temperature(0.2)
                .timeout(TIMEOUT)
                .maxRetries(0)
                .build();
        OpenAiEmbeddingModel embeddings = OpenAiEmbeddingModel.builder()
                .baseUrl(api)
                .apiKey(ANYTHING)
                .modelName("text-embedding-3-small")
                .timeout(TIMEOUT)
                .maxRetries(0)
                .build();
        return new LangChainStoryteller(chat, new BeatShelves(embeddings, store), store);
    }

    @Override
    public Reply ask(StoryRef story, Question question) throws ModelException {
        try {
            ContentRetriever beats = shelves.of(story);
            StoryAssistant assistant = AiServices.builder(StoryAssistant.class)
                    .chatModel(model)
                    .tools(new ChartTool(store, story))
                    .contentRetriever(beats)
                    .build();
            return new Reply(story.storyId(), assistant.answer(question.text()));
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    /** LangChain4j throws unchecked whatever goes wrong, the server's status somewhere below. */
    private static ModelException failure(RuntimeException error) {
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (at instanceof HttpException http) {
                return new ModelException("the model answered " + http.statusCode(), error);
            }
        }
        return new ModelException("the model could not be reached", error);
    }
}
