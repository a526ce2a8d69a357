/** Spring AI 1.1 and 2.0: chat clients with their advisors, model calls, tools and retrieval. */
@NullMarked
package dev.narrative.instrumentation.spring.ai;

import org.jspecify.annotations.NullMarked;
