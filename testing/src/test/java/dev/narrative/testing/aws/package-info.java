/** The AWS SDK under the agent, with each of its HTTP clients. */
@NullMarked
package dev.narrative.testing.aws;

import org.jspecify.annotations.NullMarked;
