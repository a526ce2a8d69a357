package dev.narrative.applications.kotlin

import dev.narrative.api.Layer
import dev.narrative.api.Narrative
import dev.narrative.api.Score
import dev.narrative.api.SpanType
import dev.narrative.api.TraceAttribute
import dev.narrative.api.TraceUser
import dev.narrative.api.Traced
import dev.narrative.api.Usage

data class Order(val id: String)

@Traced(layer = Layer.CORE)
class Shop {
    @Traced(name = "Place order {0.id}", type = SpanType.TOOL, capture = ["return as output"])
    internal fun place(order: Order, @TraceUser user: String, @TraceAttribute("pieces") pieces: Int = 1): String = "placed"

    fun restock(@TraceAttribute("shelf") shelf: String) {
        Narrative.current().attribute("full", shelf.isNotEmpty())
    }
}

fun story() {
    Narrative.start("session-7", "story-3").use { story ->
        story.log("beat created", mapOf("beat" to 4))
        Narrative.span("update chart").use { it.score("coherence", 0.8) }
    }
}

fun generation() {
    Narrative.generation("answer").use { call ->
        call.model("acme", "house-1")
        call.usage(Usage.of(10, 20))
        call.output("fine")
        call.cost(0.0, 0.0)
    }
}

fun transports() {
    val headers: Map<String, String> = Narrative.span("sender").use { Narrative.headers() }
    Narrative.continueFrom(headers).use { it.name("receiver of a map") }
    Narrative.continueFrom { name -> headers[name] }.use { it.name("receiver by function") }
    val wrapped = Narrative.span("asking").use { Narrative.wrap { Narrative.span("wrapped").end() } }
    wrapped.run()
}

fun main() {
    story()
    generation()
    transports()
    val shop = Shop()
    println(shop.place(Order("o-1"), "ada"))
    shop.restock("A")
    val traceId: String? = Narrative.current().traceId()
    println(traceId)
    Narrative.scoreSession("session-7", Score.of("helpful", true).because("it was"))
}
