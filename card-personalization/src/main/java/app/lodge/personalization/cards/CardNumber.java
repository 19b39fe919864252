package app.lodge.personalization.cards;

/// Whom a card stands for.
///
/// @param person the person's number, from 1
/// @param issueNumber counts the person's cards, 1 to 65535
public record CardNumber(long person, int issueNumber) {

    public CardNumber {
        if (person < 1 || issueNumber < 1 || issueNumber > 0xFFFF) {
            throw new IllegalArgumentException(
                    "No card number: person %d, issue %d".formatted(person, issueNumber));
        }
    }

    /// As printed on the card, `0001234-02`.
    @Override
    public String toString() {
        return "%07d-%02d".formatted(person, issueNumber);
    }
}
