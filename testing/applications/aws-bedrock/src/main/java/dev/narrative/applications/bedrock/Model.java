package dev.narrative.applications.bedrock;

/** A model behind one operation of Bedrock's. */
interface Model {
    /** Asks, and waits for the whole answer. */
    String ask(String question) throws Exception;
}
