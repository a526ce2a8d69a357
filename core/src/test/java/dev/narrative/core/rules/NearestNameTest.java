package dev.narrative.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> SEEN = List.of(
            "com/shop/OrderService",
            "com/shop/OrderRepository",
            "com/shop/Repository",
            "com/shop/Item",
            "org/app/Main");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    com.shop.OrderServise#place       | did you mean com.shop.OrderService#place?
                    com.shop.orders.OrderService#place| did you mean com.shop.OrderService#place?
                    OrderService#place                | did you mean com.shop.OrderService#place?
                    com.shop.OrderService#plase       | did you mean com.shop.OrderService#place?
                    com.shop.OrderService#place(long) | check modifiers, annotations, argument types and excludes: the names exist
                    com.shop.*Service#plcae           | did you mean com.shop.*Service#place?
                    com.shp.**#*                      | did you mean com.shop.**#*?
                    com.shop.Repository#save          | com.shop.Repository is an interface; write implements com.shop.Repository **#save
                    """)
    void suggests(String pattern, String expected) {
        Rule rule = Rules.of("narrative.trace.r = " + pattern).get(0);

        assertThat(new NearestName(SEEN, TestClasses.HIERARCHY).advice(rule)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"net.quite.different.Thing#other", "com.shop.OrderService#unrelatedName"})
    void staysSilent_whenNothingIsNear(String pattern) {
        Rule rule = Rules.of("narrative.trace.r = " + pattern).get(0);

        assertThat(new NearestName(SEEN, TestClasses.HIERARCHY).advice(rule)).isNull();
    }
}
