package dev.narrative.testing.agent.methods;

import java.util.List;
import java.util.Map;

/** A small shop whose methods the rules of a test name. */
final class ShopProgram {
    private final String city = "Oslo";

    private record Customer(String name, String tenant) {}

    private record Order(String id, Customer customer, List<String> items, Map<String, Object> notes) {
        int getWeight() {
            return 17;
        }
    }

    private record Receipt(String status, double coherence) {}

    public static void main(String[] args) throws Exception {
        ShopProgram shop = new ShopProgram();
        Order order = new Order(
                "o-1", new Customer("Ada", "acme"), List.of("pen", "ink"), Map.of("colour", "blue", "session", "s-7"));
        shop.place(order, "u-9");
        shop.audit(order);
        for (int i = 0; i < 1_000; i++) {
            shop.tick();
        }
        shop.quick();
        shop.quickWithin();
        attempt(shop::quickFailing);
        attempt(() -> shop.fail("no stock"));
    }

    private static void attempt(java.util.concurrent.Callable<?> call) {
        try {
            call.call();
        } catch (Exception expected) {
            System.out.println(expected.getMessage());
        }
    }

    Receipt place(Order order, String user) {
        before();
        pay(order.notes());
        after();
        return new Receipt("done", 0.75);
    }

    private void before() {}

    private void pay(Map<String, Object> notes) {
        book(notes.get("session").toString());
    }

    private void book(String session) {}

    private void after() {}

    private void audit(Order order) {}

    private void tick() {}

    private String quick() {
        return "quick";
    }

    private void quickWithin() {
        inner();
    }

    private void inner() {}

    private String quickFailing() {
        throw new IllegalStateException("quick failure");
    }

    private String fail(String why) {
        throw new IllegalArgumentException("failed: " + why, new RuntimeException("the cause"));
    }
}
