/** Entry points, class loaders and weaving: what makes the rooms one jar. */
@NullMarked
package dev.narrative.agent;

import org.jspecify.annotations.NullMarked;
