/** What only later versions of LangChain4j have. */
@NullMarked
package dev.narrative.applications.langchain4j.newest;

import org.jspecify.annotations.NullMarked;
