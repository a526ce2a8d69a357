package dev.narrative.applications.langchain4j;

/** An AI service without a memory, which gives back an object. */
interface Librarian {
    Book find(String description);

    String say(String text);

    String refuse(String text);

    String greet(String text);
}
