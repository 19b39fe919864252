package app.lodge.core.people;

import java.util.List;

/// Photographs that wait for somebody who may approve them, the oldest first.
///
/// @param waiting how many do in all, as far as whoever asks reaches them
public record PhotoProposals(List<Proposal> rows, int waiting) {

    public PhotoProposals {
        rows = List.copyOf(rows);
    }

    public record Proposal(Photograph photograph, Person person) {}
}
