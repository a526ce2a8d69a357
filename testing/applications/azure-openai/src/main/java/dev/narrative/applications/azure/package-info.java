/** An application that asks OpenAI's models on Azure through Azure's own SDK. */
@NullMarked
package dev.narrative.applications.azure;

import org.jspecify.annotations.NullMarked;
