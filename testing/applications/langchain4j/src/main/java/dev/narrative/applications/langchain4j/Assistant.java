package dev.narrative.applications.langchain4j;

import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;

/** The AI service that is asked. */
interface Assistant {
    @SystemMessage("Answer in one sentence.")
    String ask(@MemoryId String conversation, @UserMessage String question);

    @SystemMessage("Answer in one sentence.")
    TokenStream stream(@MemoryId String conversation, @UserMessage String question);
}
