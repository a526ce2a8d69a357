package dev.narrative.testapp;

import java.net.URI;
import java.net.http.HttpClient;

/** The storytellers that there are, by the names that the command line has for them. */
enum StorytellerKind {
    PLAIN {
        @Override
        Storyteller asking(URI modelServer, HttpClient http, StoryStore store) {
            return new PlainStoryteller(new ModelClient(http, modelServer), store);
        }
    },
    LANGCHAIN4J {
        @Override
        Storyteller asking(URI modelServer, HttpClient http, StoryStore store) {
            return LangChainStoryteller.of(modelServer, store);
        }
    };

    /** A storyteller that asks this model server, over this client unless it brings its own. */
    abstract Storyteller asking(URI modelServer, HttpClient http, StoryStore store);
}
