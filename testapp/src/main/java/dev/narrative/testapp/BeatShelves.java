package dev.narrative.testapp;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The beats of every story by their meaning, as vectors in memory. */
final class BeatShelves {
    private static final int FOUND = 3;

    private final EmbeddingModel embeddings;
    private final StoryStore store;
    private final Map<StoryRef, InMemoryEmbeddingStore<TextSegment>> shelves = new ConcurrentHashMap<>();

    BeatShelves(EmbeddingModel embeddings, StoryStore store) {
        this.embeddings = embeddings;
        this.store = store;
    }

    /** Finds the beats of this story that come nearest, those that were written just now included. */
    ContentRetriever of(StoryRef story) {
        InMemoryEmbeddingStore<TextSegment> shelf =
                shelves.computeIfAbsent(story, key -> new InMemoryEmbeddingStore<>());
        addNewBeats(story, shelf);
        return EmbeddingStoreContentRetriever.builder()
                .embeddingModel(embeddings)
                .embeddingStore(shelf)
                .maxResults(FOUND)
                .build();
    }

    private void addNewBeats(StoryRef story, InMemoryEmbeddingStore<TextSegment> shelf) {
        synchronized (shelf) {
            List<Beat> beats = store.findBeats(story);
            List<TextSegment> added = beats.subList(shelf.size(), beats.size()).stream()
                    .map(beat -> TextSegment.from(beat.told()))
                    .toList();
            if (!added.isEmpty()) {
                shelf.addAll(embeddings.embedAll(added).content(), added);
            }
        }
    }
}
