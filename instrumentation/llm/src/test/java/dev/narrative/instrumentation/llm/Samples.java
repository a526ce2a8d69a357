package dev.narrative.instrumentation.llm;

import java.util.List;

/** The calls that the tests play. */
final class Samples {
    private static final String OPENAI = "https://api.openai.com/v1/";
    private static final String GEMINI = "https://generativelanguage.googleapis.com/v1beta/models/";
    private static final String VERTEX =
            "https://europe-west4-aiplatform.googleapis.com/v1/projects/p/locations/l/publishers/";
    private static final String BEDROCK = "https://bedrock-runtime.eu-west-1.amazonaws.com/model/";
    private static final String OLLAMA = "http://localhost:11434/api/";

    static final Sample OPENAI_CHAT = json(OPENAI + "chat/completions", "openai-chat");
    static final Sample OPENAI_CHAT_STREAM = sse(OPENAI + "chat/completions", "openai-chat-stream");
    static final Sample AZURE_STREAM = sse(
            "https://x.openai.azure.com/openai/deployments/my-gpt/chat/completions?api-version=2024-10-21",
            "azure-chat-stream");
    static final Sample DEEPSEEK = sse("https://api.deepseek.com/chat/completions", "deepseek-stream");
    static final Sample GROQ = sse("https://api.groq.com/openai/v1/chat/completions", "groq-stream");
    static final Sample MISTRAL = json("https://api.mistral.ai/v1/chat/completions", "mistral-chat");
    static final Sample OPENROUTER = sse("https://openrouter.ai/api/v1/chat/completions", "openrouter-error-stream");
    static final Sample XAI = json("https://api.x.ai/v1/chat/completions", "xai-chat");
    static final Sample OPENAI_LEGACY = json(OPENAI + "chat/completions", "openai-legacy");
    static final Sample TOOLS_STREAM = sse("http://gateway.local/chat/completions", "tools-stream");
    static final Sample COMPLETIONS = sse(OPENAI + "completions", "openai-completions-stream");
    static final Sample OPENAI_EMBEDDINGS = json(OPENAI + "embeddings", "openai-embeddings");
    static final Sample RESPONSES = json(OPENAI + "responses", "openai-responses");
    static final Sample RESPONSES_STREAM = sse(OPENAI + "responses", "openai-responses-stream");
    static final Sample RESPONSES_INCOMPLETE =
            new Sample(OPENAI + "responses", "openai-responses", "openai-responses-incomplete.answer.json");
    static final Sample RESPONSES_FAILED =
            new Sample(OPENAI + "responses", "openai-responses-stream", "openai-responses-failed.answer.sse");
    static final Sample ANTHROPIC = json("https://api.anthropic.com/v1/messages", "anthropic-messages");
    static final Sample ANTHROPIC_STREAM = sse("https://api.anthropic.com/v1/messages", "anthropic-stream");
    static final Sample ANTHROPIC_OVERLOADED =
            new Sample("https://api.anthropic.com/v1/messages", "anthropic-stream", "anthropic-overloaded.answer.sse");
    static final Sample ANTHROPIC_VERTEX = new Sample(
            VERTEX + "anthropic/models/claude-haiku-4-5@20251001:streamRawPredict",
            "bedrock-anthropic-stream",
            "anthropic-stream.answer.sse");
    static final Sample GEMINI_CONTENT = json(GEMINI + "gemini-3-pro:generateContent", "gemini");
    static final Sample GEMINI_STREAM =
            new Sample(GEMINI + "gemini-3-pro:streamGenerateContent?alt=sse", "gemini", "gemini-stream.answer.sse");
    static final Sample GEMINI_ARRAY =
            new Sample(GEMINI + "gemini-3-pro:streamGenerateContent", "gemini", "gemini-array.answer.json");
    static final Sample GEMINI_BLOCKED =
            new Sample(GEMINI + "gemini-3-pro:generateContent", "gemini", "gemini-blocked.answer.json");
    static final Sample GEMINI_EMBEDDINGS =
            json(GEMINI + "gemini-embedding-001:batchEmbedContents", "gemini-embeddings");
    static final Sample VERTEX_PREDICT = json(VERTEX + "google/models/text-embedding-005:predict", "vertex-predict");
    static final Sample COHERE = json("https://api.cohere.com/v2/chat", "cohere-chat");
    static final Sample COHERE_STREAM = sse("https://api.cohere.com/v2/chat", "cohere-stream");
    static final Sample COHERE_V1 =
            new Sample("https://api.cohere.com/v1/chat", "cohere-v1-stream", "cohere-v1-stream.answer.ndjson");
    static final Sample COHERE_EMBED = json("https://api.cohere.com/v2/embed", "cohere-embed");
    static final Sample OLLAMA_STREAM =
            new Sample(OLLAMA + "chat", "ollama-chat-stream", "ollama-chat-stream.answer.ndjson");
    static final Sample OLLAMA_ERROR = new Sample(OLLAMA + "chat", "ollama-chat-stream", "ollama-error.answer.ndjson");
    static final Sample OLLAMA_GENERATE = json(OLLAMA + "generate", "ollama-generate");
    static final Sample OLLAMA_EMBED = json(OLLAMA + "embed", "ollama-embed");
    static final Sample CONVERSE =
            json(BEDROCK + "eu.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse", "bedrock-converse");
    static final Sample CONVERSE_STREAM = new Sample(
            BEDROCK + "eu.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse-stream",
            "bedrock-converse",
            "bedrock-converse-stream.answer.events");
    static final Sample CONVERSE_THROTTLED = new Sample(
            BEDROCK + "eu.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse-stream",
            "bedrock-converse",
            "bedrock-throttled.answer.events");
    static final Sample INVOKE_ANTHROPIC = invoke("anthropic.claude-sonnet-4", "bedrock-anthropic-stream");
    static final Sample INVOKE_TITAN = json(BEDROCK + "amazon.titan-text-express-v1/invoke", "bedrock-titan");
    static final Sample INVOKE_LLAMA = invoke("meta.llama3-1-8b-instruct-v1:0", "bedrock-llama-stream");
    static final Sample INVOKE_MISTRAL = invoke("mistral.mistral-7b-instruct-v0:2", "bedrock-mistral-stream");
    static final Sample INVOKE_NOVA = invoke("amazon.nova-lite-v1:0", "bedrock-nova-stream");
    static final Sample INVOKE_EMBED = json(BEDROCK + "amazon.titan-embed-text-v2:0/invoke", "bedrock-embed");

    /** Calls of one tool whose arguments have members that are called like what nobody reads of an answer. */
    static final List<Sample> TOOL_ARGUMENTS = List.of(
            new Sample(ANTHROPIC.url(), "anthropic-messages", "anthropic-tool-arguments.answer.json"),
            new Sample(ANTHROPIC_STREAM.url(), "anthropic-stream", "anthropic-tool-arguments.answer.sse"),
            new Sample(GEMINI_CONTENT.url(), "gemini", "gemini-tool-arguments.answer.json"),
            new Sample(GEMINI_STREAM.url(), "gemini", "gemini-tool-arguments.answer.sse"),
            new Sample(OLLAMA + "chat", "ollama-chat", "ollama-tool-arguments.answer.json"),
            new Sample(OLLAMA + "chat", "ollama-chat-stream", "ollama-tool-arguments.answer.ndjson"),
            new Sample(CONVERSE.url(), "bedrock-converse", "bedrock-tool-arguments.answer.json"),
            new Sample(CONVERSE_STREAM.url(), "bedrock-converse", "bedrock-tool-arguments.answer.events"),
            new Sample(COHERE_V1.url(), "cohere-v1", "cohere-tool-arguments.answer.json"),
            new Sample(COHERE_V1.url(), "cohere-v1-stream", "cohere-tool-arguments.answer.ndjson"));

    static final List<Sample> ALL = List.of(
            OPENAI_CHAT,
            OPENAI_CHAT_STREAM,
            AZURE_STREAM,
            DEEPSEEK,
            GROQ,
            MISTRAL,
            OPENROUTER,
            XAI,
            OPENAI_LEGACY,
            TOOLS_STREAM,
            COMPLETIONS,
            OPENAI_EMBEDDINGS,
            RESPONSES,
            RESPONSES_STREAM,
            RESPONSES_INCOMPLETE,
            RESPONSES_FAILED,
            ANTHROPIC,
            ANTHROPIC_STREAM,
            ANTHROPIC_OVERLOADED,
            ANTHROPIC_VERTEX,
            GEMINI_CONTENT,
            GEMINI_STREAM,
            GEMINI_ARRAY,
            GEMINI_BLOCKED,
            GEMINI_EMBEDDINGS,
            VERTEX_PREDICT,
            COHERE,
            COHERE_STREAM,
            COHERE_V1,
            COHERE_EMBED,
            OLLAMA_STREAM,
            OLLAMA_ERROR,
            OLLAMA_GENERATE,
            OLLAMA_EMBED,
            CONVERSE,
            CONVERSE_STREAM,
            CONVERSE_THROTTLED,
            INVOKE_ANTHROPIC,
            INVOKE_TITAN,
            INVOKE_LLAMA,
            INVOKE_MISTRAL,
            INVOKE_NOVA,
            INVOKE_EMBED);

    private Samples() {}

    private static Sample json(String url, String name) {
        return new Sample(url, name, name + ".answer.json");
    }

    private static Sample sse(String url, String name) {
        return new Sample(url, name, name + ".answer.sse");
    }

    private static Sample invoke(String model, String name) {
        return new Sample(BEDROCK + model + "/invoke-with-response-stream", name, name + ".answer.events");
    }
}
