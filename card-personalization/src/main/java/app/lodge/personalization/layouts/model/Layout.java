package app.lodge.personalization.layouts.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How a kind of card looks, in one revision (ID-46). A published revision never changes: a card
/// made again looks the same.
///
/// @param id lower-case letters, digits, hyphens
/// @param revision from 1
/// @param words the layout's own words by language (IETF tag), then by name; the first language
/// stands in for languages and words that lack
/// @param zones where the card itself has something that ink would spoil
/// @param plan the encoding plan that belongs to it, `lodge-id@2`, or a name for its newest version;
///     null for the one that the site uses
/// @param back null for a card with one printed side
public record Layout(
        String id,
        int revision,
        String name,
        Map<String, Map<String, String>> words,
        Map<String, Asset> assets,
        Set<Zone> zones,
        @Nullable String plan,
        LayoutSide front,
        @Nullable LayoutSide back) {

    public Layout {
        if (revision < 1) {
            throw new IllegalArgumentException(
                    "Revision %d of layout %s must be 1 or more".formatted(revision, id));
        }
        assets = Map.copyOf(assets);
        zones = Set.copyOf(zones);
    }

    /// What a card job remembers: `staff@3`.
    public String reference() {
        return id + "@" + revision;
    }

    public Layout at(int otherRevision) {
        return new Layout(id, otherRevision, name, words, assets, zones, plan, front, back);
    }

    /// The first revision of another layout that begins like this one.
    public Layout copy(String otherId, String otherName) {
        return new Layout(otherId, 1, otherName, words, assets, zones, plan, front, back);
    }

    public Layout named(String otherName) {
        return new Layout(id, revision, otherName, words, assets, zones, plan, front, back);
    }

    public Layout withWords(Map<String, Map<String, String>> others) {
        return new Layout(id, revision, name, others, assets, zones, plan, front, back);
    }

    public Layout withAssets(Map<String, Asset> others) {
        return new Layout(id, revision, name, words, others, zones, plan, front, back);
    }

    public Layout withZones(Set<Zone> others) {
        return new Layout(id, revision, name, words, assets, others, plan, front, back);
    }

    public Layout withPlan(@Nullable String other) {
        return new Layout(id, revision, name, words, assets, zones, other, front, back);
    }

    public Layout withSides(LayoutSide otherFront, @Nullable LayoutSide otherBack) {
        return new Layout(id, revision, name, words, assets, zones, plan, otherFront, otherBack);
    }

    /// Names of its own words, in whichever language they stand.
    public Set<String> wordNames() {
        var names = new TreeSet<String>();
        words.values().forEach(own -> names.addAll(own.keySet()));
        return names;
    }

    public List<LayoutSide> sides() {
        return back == null ? List.of(front) : List.of(front, back);
    }
}
