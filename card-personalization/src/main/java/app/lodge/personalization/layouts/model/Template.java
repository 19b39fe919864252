package app.lodge.personalization.layouts.model;

import java.util.List;
import java.util.stream.Collectors;

/// A text with values in braces: `No. {card.number}`. `{{` is a brace.
public record Template(List<Value> parts) {

    public Template {
        parts = List.copyOf(parts);
    }

    public String in(Layout layout, CardFields fields) {
        return parts.stream().map(part -> part.in(layout, fields)).collect(Collectors.joining());
    }
}
