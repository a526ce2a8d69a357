package com.shop;

/** Kept in class files only, as most frameworks' annotations are not. */
public @interface Audited {}
