package dev.narrative.applications.springai;

import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.embedding.EmbeddingModel;

/** How models are made, which is not the same in all versions of Spring AI. */
public interface Models {
    String CHAT = "gpt-4o-mini";
    String EMBEDDING = "text-embedding-3-small";

    /** @param url the provider's, without {@code /v1} */
    ChatModel chat(String url);

    EmbeddingModel embedding(String url);
}
