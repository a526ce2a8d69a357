package dev.narrative.applications.langchain4j;

/** What a structured answer becomes. */
record Book(String title, int year) {}
