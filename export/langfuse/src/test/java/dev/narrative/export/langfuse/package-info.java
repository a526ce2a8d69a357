@org.jspecify.annotations.NullMarked
package dev.narrative.export.langfuse;
