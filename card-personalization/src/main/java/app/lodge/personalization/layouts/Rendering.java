package app.lodge.personalization.layouts;

import java.util.List;

/// A card drawn, and what was noticed while drawing.
public record Rendering(CardFaces faces, List<Finding> findings) {

    public Rendering {
        findings = List.copyOf(findings);
    }

    /// Whether the card may be printed.
    public boolean printable() {
        return findings.stream().noneMatch(Finding::blocks);
    }
}
