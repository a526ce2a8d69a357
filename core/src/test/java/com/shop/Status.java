package com.shop;

public enum Status {
    OPEN,
    PAID {
        @Override
        public String toString() {
            throw new IllegalStateException("toString of an enum constant");
        }
    }
}
