package dev.narrative.core.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.shop.Item;
import com.shop.OrderRepository;
import com.shop.OrderService;
import com.shop.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodPatternTest {
    @Test
    void namesOneMethod_inAllItsForms() {
        assertThat(traced("com.shop.OrderService#place", OrderService.class)).containsExactly("place", "place");
    }

    @Test
    void wildcardsLeaveOutWhatNobodyWroteForItself() {
        assertThat(traced("com.shop.**#*", OrderService.class))
                .containsExactly("place", "place", "cancel", "helper", "getReport", "main");
        assertThat(traced("com.shop.**#*", Item.class)).containsExactly("doubled");
        assertThat(traced("com.shop.**#*", Status.class)).isEmpty();
        assertThat(traced("com.shop.**#*", OrderRepository.class)).containsExactly("findAll", "save");
    }

    @Test
    void exactNamesKeepAccessors() {
        assertThat(traced("com.shop.OrderService#getLevel", OrderService.class)).containsExactly("getLevel");
        assertThat(traced("com.shop.OrderService#toString", OrderService.class)).containsExactly("toString");
        assertThat(traced("com.shop.Item#sku", Item.class)).containsExactly("sku");
        assertThat(traced("com.shop.*#get*", OrderService.class)).containsExactly("getLevel", "getReport");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    public com.shop.OrderService#*; place,place,getReport,main
                    private com.shop.OrderService#*; helper
                    protected com.shop.OrderService#*; cancel
                    public static com.shop.OrderService#*; main
                    @Audited com.shop.**#*; cancel
                    @com.shop.Audited **#*; cancel
                    @Audited; cancel
                    @com.other.Audited **#*; ''
                    """)
    void asksForModifiersAndAnnotations(String pattern, String expected) {
        assertThat(String.join(",", traced(pattern, OrderService.class))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    place(Item, int); 1
                    place(com.shop.Item,int); 1
                    place(*); 1
                    place(*, *); 1
                    place(..); 2
                    place(Item, ..); 1
                    place(java.lang.String); 1
                    place(); 0
                    place(Order, int); 0
                    cancel(Map.Entry, long...); 1
                    cancel(java.util.Map$Entry, long[]); 1
                    cancel(Entry, long[]); 1
                    cancel(java.util.*, *); 1
                    cancel(java.lang.*, *); 0
                    cancel(java.util.*, *[]); 1
                    main(String[]); 1
                    main(String); 0
                    """)
    void asksForArgumentTypes(String method, int expected) {
        assertThat(traced("com.shop.OrderService#" + method, OrderService.class))
                .hasSize(expected);
    }

    @Test
    void findsSupertypesAtAnyDistance() {
        assertThat(traced("implements com.shop.Repository com.shop.**#find*", OrderRepository.class))
                .containsExactly("findAll");
        assertThat(traced("implements Repository#save", OrderRepository.class)).contains("save");
        assertThat(traced("implements com.shop.Repository com.shop.**#*", OrderService.class))
                .isEmpty();
    }

    @Test
    void findsAnnotationsOnWhatIsOverridden() {
        assertThat(traced("@Audited com.shop.BaseRepository#*", com.shop.BaseRepository.class))
                .containsExactly("save");
    }

    @ParameterizedTest
    @CsvSource({
        "com.shop.OrderService, com/shop/OrderService, true",
        "com.shop.*, com/shop/OrderService, true",
        "com.shop.*, com/shop/OrderService$Desk, true",
        "com.shop.*, com/shop/sub/OrderService, false",
        "com.shop.**, com/shop/sub/deep/OrderService, true",
        "com.shop.**, com/shopping/OrderService, false",
        "com.*.OrderService, com/shop/OrderService, true",
        "com.**.OrderService, com/OrderService, true",
        "com.**.OrderService, com/a/b/OrderService, true",
        "**.OrderService, OrderService, true",
        "**Service, com/shop/OrderService, true",
        "com.shop.*Service, com/shop/OrderService, true",
        "com.shop.*Service, com/shop/OrderServices, false",
        "com.shop.OrderService.Desk, com/shop/OrderService$Desk, true",
        "com.shop.OrderService$Desk, com/shop/OrderService$Desk, true",
        "com.**.a*.*b, com/x/a1/y/a2/zb, true",
    })
    void matchesClassNames(String pattern, String name, boolean expected) {
        assertThat(ClassPattern.of(pattern).matches(name)).isEqualTo(expected);
    }

    @Test
    void manyStarsStayFast() {
        String name = "com/" + "a".repeat(5_000);

        assertThat(ClassPattern.of("com.*a*a*a*a*a*a*a*b").matches(name)).isFalse();
        assertThat(ClassPattern.of("**a**a**a**a**a**b").matches(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                 | is empty; write package.Class#method
                    com.shop.OrderService.place        | did you mean com.shop.OrderService#place?
                    com.shop.OrderService::place       | did you mean com.shop.OrderService#place?
                    com.shop.OrderService              | for all methods write com.shop.OrderService#*
                    com.shop.OrderService#             | names no method; #* means all of them
                    #place                             | names no class
                    com/shop/OrderService#place        | packages are separated by dots
                    com.shop.A#b#c                     | has two #
                    com.shop..*#a                      | has a dot too many
                    .com.shop#a                        | has a dot too many
                    com.shop.***#a                     | has three stars
                    com.shop.A#**                      | write *
                    com.shop.A#b(                      | has a ( without its )
                    com.shop.A#b)                      | has a ) without its (
                    com.shop.A#b() throws X            | goes on behind its )
                    com.shop.A#b(String,)              | has an empty argument type
                    com.shop.A#b(.., int)              | has arguments behind ..
                    com.shop.A#b(List<String>)         | without names and type parameters
                    com.shop.A#b(String name)          | without names and type parameters
                    publik com.shop.A#b                | did you mean public?
                    void com.shop.A#b                  | is no modifier
                    @A @B com.shop.C#d                 | names two annotations
                    @ com.shop.C#d                     | names no class
                    implements                         | must name one type behind implements
                    implements ** com.shop.A#b         | must name a type behind implements
                    implements A#x com.shop.A#b        | has a # in the type behind implements
                    public                             | names no class
                    **#*                               | matches everything
                    *#*                                | matches everything
                    public **.*#*                      | matches everything
                    com.shop.A#<init>                  | names a constructor
                    java.util.List#add                 | names the JDK, which is never traced
                    javax.**#*                         | names the JDK, which is never traced
                    io.opentelemetry.javaagent.**#*    | names an agent's own code
                    com.sh op.A#b                      | is no modifier
                    com.shop.A#b;c                     | has ';' in the name of a method
                    """)
    void saysWhatIsWrong(String pattern, String message) {
        assertThatThrownBy(() -> MethodPattern.parse(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"**", "*#*", "**#*"})
    void excludeOfEverythingIsRefused(String pattern) {
        assertThatThrownBy(() -> MethodPattern.parseExclude(pattern)).hasMessageContaining("leaves out everything");
    }

    @Test
    void splitsAtCommasOutsideParentheses() {
        assertThat(MethodPattern.split("a.B#c(int, *), d.E#f")).containsExactly("a.B#c(int, *)", "d.E#f");
        assertThat(MethodPattern.split("a.B#c,")).containsExactly("a.B#c", "");
    }

    private static List<String> traced(String pattern, Class<?> type) {
        Rule rule = Rules.of("narrative.trace.r = " + pattern).get(0);
        List<String> names = new ArrayList<>();
        for (MatchedMethod method : new RuleSet(List.of(rule)).match(TestClasses.facts(type), TestClasses.HIERARCHY)) {
            names.add(method.name());
        }
        return names;
    }
}
