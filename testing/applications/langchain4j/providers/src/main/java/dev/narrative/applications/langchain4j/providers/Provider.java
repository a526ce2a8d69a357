package dev.narrative.applications.langchain4j.providers;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.language.LanguageModel;
import dev.langchain4j.model.language.StreamingLanguageModel;

/** The models of one provider, as far as it has them. They try once. */
interface Provider {
    default ChatModel chat() {
        throw new UnsupportedOperationException();
    }

    default StreamingChatModel streaming() {
        throw new UnsupportedOperationException();
    }

    default EmbeddingModel embedding() {
        throw new UnsupportedOperationException();
    }

    default LanguageModel language() {
        throw new UnsupportedOperationException();
    }

    default StreamingLanguageModel streamingLanguage() {
        throw new UnsupportedOperationException();
    }

    /** @param url the server's, without a path */
    static Provider named(String name, String url) {
        return switch (name) {
            case "openai" -> new OpenAi(url + "/v1");
            case "responses" -> new OpenAiResponses(url + "/v1");
            case "anthropic" -> new Anthropic(url + "/v1");
            case "gemini" -> new Gemini(url + "/v1beta");
            case "mistral" -> new Mistral(url + "/v1");
            case "ollama" -> new Ollama(url);
            case "bedrock" -> new Bedrock(url);
            case "cohere" -> new Cohere(url + "/v1/");
            default -> throw new IllegalArgumentException(name);
        };
    }
}
