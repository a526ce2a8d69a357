package dev.narrative.testapp;

import dev.langchain4j.service.SystemMessage;

/** What LangChain4j makes a service of. */
interface StoryAssistant {
    @SystemMessage(
            "You are the storyteller: answer from the beats, and look at the chart before you speak of what is wanted.")
    String answer(String question);
}
