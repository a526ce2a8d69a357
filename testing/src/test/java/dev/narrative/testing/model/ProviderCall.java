package dev.narrative.testing.model;

/** A call of each API; where it streams, the stream has a form of its own and so has its error. */
enum ProviderCall {
    OPENAI_CHAT("/v1/chat/completions", Bodies.CHAT, "/error/message"),
    OPENAI_CHAT_STREAM("/v1/chat/completions", Bodies.CHAT_STREAM, "/error/message"),
    AZURE_CHAT("/openai/deployments/d/chat/completions?api-version=1", Bodies.CHAT, "/error/message"),
    OPENAI_COMPLETIONS("/v1/completions", "{\"model\":\"m\",\"prompt\":\"Hi\"}", "/error/message"),
    OPENAI_COMPLETIONS_STREAM(
            "/v1/completions", "{\"model\":\"m\",\"prompt\":\"Hi\",\"stream\":true}", "/error/message"),
    OPENAI_RESPONSES("/v1/responses", "{\"model\":\"m\",\"input\":\"Hi\"}", "/error/message"),
    OPENAI_RESPONSES_STREAM("/v1/responses", "{\"model\":\"m\",\"input\":\"Hi\",\"stream\":true}", "/error/message"),
    OPENAI_EMBEDDINGS("/v1/embeddings", "{\"model\":\"m\",\"input\":\"Hi\"}", "/error/message"),
    ANTHROPIC("/v1/messages", Bodies.MESSAGES, "/error/message"),
    ANTHROPIC_STREAM("/v1/messages", Bodies.MESSAGES.replace("}]}", "}],\"stream\":true}"), "/error/message"),
    GEMINI("/v1beta/models/g:generateContent", Bodies.CONTENTS, "/error/message"),
    GEMINI_STREAM("/v1beta/models/g:streamGenerateContent?alt=sse", Bodies.CONTENTS, "/error/message"),
    GEMINI_ARRAY("/v1beta/models/g:streamGenerateContent", Bodies.CONTENTS, "/error/message"),
    ANTHROPIC_ON_VERTEX(
            "/v1/projects/p/locations/l/publishers/anthropic/models/m:rawPredict", Bodies.MESSAGES, "/error/message"),
    GEMINI_EMBEDDINGS(
            "/v1beta/models/g:embedContent", "{\"content\":{\"parts\":[{\"text\":\"Hi\"}]}}", "/error/message"),
    COHERE("/v2/chat", Bodies.CHAT, "/message"),
    COHERE_STREAM("/v2/chat", Bodies.CHAT_STREAM, "/message"),
    COHERE_V1("/v1/chat", "{\"message\":\"Hi\"}", "/message"),
    COHERE_V1_STREAM("/v1/chat", "{\"message\":\"Hi\",\"stream\":true}", "/message"),
    COHERE_V1_EMBED("/v1/embed", "{\"model\":\"m\",\"texts\":[\"Hi\"]}", "/message"),
    COHERE_EMBED("/v2/embed", "{\"model\":\"m\",\"texts\":[\"Hi\"]}", "/message"),
    OLLAMA("/api/chat", Bodies.CHAT.replace("}]}", "}],\"stream\":false}"), "/error"),
    OLLAMA_STREAM("/api/chat", Bodies.CHAT, "/error"),
    OLLAMA_GENERATE_STREAM("/api/generate", "{\"model\":\"m\",\"prompt\":\"Hi\"}", "/error"),
    OLLAMA_EMBED("/api/embed", "{\"model\":\"m\",\"input\":\"Hi\"}", "/error"),
    BEDROCK_CONVERSE("/model/m/converse", Bodies.CONVERSE, "/message"),
    BEDROCK_CONVERSE_STREAM("/model/m/converse-stream", Bodies.CONVERSE, "/message"),
    BEDROCK_INVOKE("/model/anthropic.m/invoke", Bodies.MESSAGES, "/message"),
    BEDROCK_INVOKE_STREAM("/model/anthropic.m/invoke-with-response-stream", Bodies.MESSAGES, "/message");

    final String path;
    final String body;
    /** Where an error body says what went wrong. */
    final String message;

    ProviderCall(String path, String body, String message) {
        this.path = path;
        this.body = body;
        this.message = message;
    }

    boolean streams() {
        return name().endsWith("_STREAM") || this == GEMINI_ARRAY;
    }

    private static final class Bodies {
        static final String CHAT = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
        static final String CHAT_STREAM = CHAT.replace("}]}", "}],\"stream\":true}");
        static final String MESSAGES = CHAT.replace("{\"model\"", "{\"max_tokens\":100,\"model\"");
        static final String CONTENTS = "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hi\"}]}]}";
        static final String CONVERSE = "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"Hi\"}]}]}";
    }
}
