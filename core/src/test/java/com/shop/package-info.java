/** An application as rules and captures meet it. */
@NullMarked
package com.shop;

import org.jspecify.annotations.NullMarked;
