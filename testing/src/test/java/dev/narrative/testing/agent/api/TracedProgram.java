package dev.narrative.testing.agent.api;

import dev.narrative.api.Layer;
import dev.narrative.api.SpanType;
import dev.narrative.api.TraceAttribute;
import dev.narrative.api.TraceSession;
import dev.narrative.api.TraceStory;
import dev.narrative.api.TraceUser;
import dev.narrative.api.Traced;
import dev.narrative.api.Universe;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/** Calls annotated methods of every sort. */
final class TracedProgram {
    private TracedProgram() {}

    record Order(String id, String customer) {}

    public static void main(String[] args) {
        Shop shop = new Shop();
        shop.place(new Order("o-1", "Ada"), "s-7", "st-3", "u-9");
        System.out.println(shop.getName() + shop);
        shop.helper();
        shop.secret();
        new Overriding().inherited();
        new Implementing().offered();
        Shop.ofStatic(new Order("o-2", "Bob"));
        CompletableFuture<String> later = new CompletableFuture<>();
        shop.later(later);
        Shop.ofStatic(new Order("o-3", "Eve"));
        later.complete("done");
        shop.mono().block();
        shop.both("given");
        shop.wrong("x");
        try {
            shop.failing();
        } catch (IllegalStateException expected) {
            System.out.println(expected.getMessage());
        }
    }

    @Traced(layer = Layer.CORE, universe = Universe.STORY)
    static class Shop {
        @Traced(
                name = "Place {0.id}: {return}",
                type = SpanType.TOOL,
                capture = {"0.customer as customer", "return as output"})
        String place(
                @TraceAttribute(value = "order.id", path = "id") Order order,
                @TraceSession String session,
                @TraceStory String story,
                @TraceUser String user) {
            inner();
            return "placed";
        }

        @Traced(layer = Layer.PERSISTENCE, universe = Universe.ENGINEER)
        private void inner() {}

        public String getName() {
            return "shop";
        }

        @Override
        public String toString() {
            return "!";
        }

        public void helper() {}

        void secret() {}

        public void inherited() {}

        public static void ofStatic(@TraceAttribute(value = "id", path = "id") Order order) {}

        public CompletableFuture<String> later(CompletableFuture<String> future) {
            return future;
        }

        @Traced(capture = "return as value")
        Mono<String> mono() {
            return Mono.just("value");
        }

        @Traced(name = "by annotation", type = SpanType.AGENT, capture = "0 as given")
        void both(String value) {}

        @Traced(name = "Unclosed {0", capture = "nonsense")
        void wrong(String value) {}

        @Traced
        void failing() {
            throw new IllegalStateException("failed");
        }
    }

    static final class Overriding extends Shop {
        @Override
        public void inherited() {}
    }

    interface Offer {
        @Traced
        void offered();
    }

    static final class Implementing implements Offer {
        @Override
        public void offered() {}
    }
}
