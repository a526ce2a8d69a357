package dev.narrative.instrumentation.llm.wire;

/** The formats that there are. */
public final class WireFormats {
    public static final WireFormat OPENAI_CHAT = new OpenAiChat();
    public static final WireFormat OPENAI_COMPLETIONS = new OpenAiCompletions();
    public static final WireFormat OPENAI_EMBEDDINGS = new OpenAiEmbeddings();

    private WireFormats() {}
}
