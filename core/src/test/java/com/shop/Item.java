package com.shop;

public record Item(String sku, int count) {
    public int doubled() {
        return count * 2;
    }
}
