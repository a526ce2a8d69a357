/** A trace as a tree, and the tree as text. */
@NullMarked
package dev.narrative.model.tree;

import org.jspecify.annotations.NullMarked;
