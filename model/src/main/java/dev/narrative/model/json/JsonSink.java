package dev.narrative.model.json;

/** Takes what {@link JsonScanner} finds, in the document's order. */
interface JsonSink {
    void beginObject();

    void beginArray();

    /** The object or array that was begun last is complete. */
    void endContainer();

    /** The name of the member whose value comes next. */
    void name(JsonNames.Name name);

    /** How many bytes of the string that begins now shall be kept; negative when the string is not wanted at all. */
    int room();

    void value(JsonValue value);

    /** The document breaks off or is wrong here; a new one may follow. */
    void cut();
}
