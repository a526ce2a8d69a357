package com.shop;

import java.util.Map;

public class OrderService {
    private int level;

    public String place(Item item, int count) {
        return item.sku() + count + helper();
    }

    public String place(String sku) {
        return sku;
    }

    @Audited
    protected void cancel(Map.Entry<String, String[]> entry, long... ids) {
        level = ids.length;
    }

    private int helper() {
        Runnable later = () -> level++;
        later.run();
        return level;
    }

    public int getLevel() {
        return level;
    }

    public String getReport(String month) {
        return month;
    }

    public void setLevel(int level) {
        this.level = level;
    }

    public static void main(String[] args) {}

    @Override
    public String toString() {
        return "service";
    }

    public static class Desk {
        public void open() {}
    }
}
