package dev.narrative.testapp;

/** A story within a session; both ids come from the request's path. */
record StoryRef(String sessionId, String storyId) {
    StoryRef {
        Inputs.require("sessionId", sessionId);
        Inputs.require("storyId", storyId);
    }

    /** The path under which both services know an operation on this story. */
    String path(String operation) {
        return "/sessions/" + sessionId + "/stories/" + storyId + "/" + operation;
    }
}
