/**
 * The bridge: the few classes that the bootstrap loader sees, so that woven code in any class can reach the agent. They
 * use JDK types only and hold no logic that could live behind the agent's own loader.
 */
@NullMarked
package dev.narrative.boot;

import org.jspecify.annotations.NullMarked;
