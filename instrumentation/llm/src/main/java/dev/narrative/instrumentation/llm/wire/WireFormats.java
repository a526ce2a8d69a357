package dev.narrative.instrumentation.llm.wire;

/** The formats that there are. */
public final class WireFormats {
    public static final WireFormat OPENAI_CHAT = new OpenAiChat();
    public static final WireFormat OPENAI_COMPLETIONS = new OpenAiCompletions();
    public static final WireFormat OPENAI_RESPONSES = new OpenAiResponses();
    public static final WireFormat OPENAI_EMBEDDINGS = new OpenAiEmbeddings();
    public static final WireFormat ANTHROPIC_MESSAGES = new AnthropicMessages();
    public static final WireFormat GEMINI = new GeminiContent();
    public static final WireFormat GEMINI_EMBEDDINGS = new GeminiEmbeddings();
    public static final WireFormat COHERE_CHAT = new CohereChat();
    public static final WireFormat COHERE_EMBED = new CohereEmbed();
    public static final WireFormat OLLAMA_CHAT = new OllamaChat();
    public static final WireFormat OLLAMA_GENERATE = new OllamaGenerate();
    public static final WireFormat OLLAMA_EMBED = new OllamaEmbed();
    public static final WireFormat BEDROCK_CONVERSE = new BedrockConverse();
    public static final WireFormat BEDROCK_INVOKE = new BedrockInvoke();

    private WireFormats() {}
}
