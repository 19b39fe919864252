package app.lodge.core.keyversions;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.MasterDraft;
import app.lodge.core.keys.TokenUnavailable;
import app.lodge.core.keys.VaultException;
import app.lodge.core.keys.VaultProblem;
import app.lodge.core.keyversions.Ceremonies.FinishOutcome;
import app.lodge.core.keyversions.Ceremonies.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A ceremony's last step: first the vault gets the key, in one replaced file, then the books the
/// version. Cut off between the two, new cards go on getting the old version, and a ceremony anew
/// replaces the key that never came into use.
final class CeremonyEnd {

    private final Books books;
    private final KeyVault vault;
    private final ObstacleStore obstacles;
    private final UnlockSecret secret;
    private final Map<String, FinishOutcome> answered = new HashMap<>();

    CeremonyEnd(Books books, KeyVault vault, ObstacleStore obstacles, UnlockSecret secret) {
        this.books = books;
        this.vault = vault;
        this.obstacles = obstacles;
        this.secret = secret;
    }

    /// The answer to a request that was asked before.
    Optional<FinishOutcome> finished(RequestId request) {
        return Optional.ofNullable(answered.get(request.toString()));
    }

    /// With a token that is gone nothing has changed, and the ceremony can go on when it is back.
    FinishOutcome finish(Actor actor, RequestId request, Ceremony ceremony) {
        try {
            return finished(actor, request, ceremony);
        } catch (VaultException e) {
            return new FinishOutcome.VaultRefused(VaultProblem.of(vault, e));
        } catch (TokenUnavailable e) {
            return new FinishOutcome.VaultRefused(VaultProblem.of(vault, e));
        }
    }

    private FinishOutcome finished(Actor actor, RequestId request, Ceremony ceremony)
            throws VaultException {
        var draft = Objects.requireNonNull(ceremony.draft(), "finished without a key");
        var kind = ceremony.beginning().kind();
        boolean changes = kind != Kind.BACK_UP && !vault.cards().has(draft);
        var refused = refusal(ceremony, draft, changes);
        if (refused.isPresent()) {
            return refused.get();
        }
        var facts = draft.facts();
        if (changes) {
            adopt(draft);
        }
        int version = ceremony.to();
        books.write(
                actor,
                tx -> {
                    if (version > obstacles.versions().current(tx.sql())) {
                        goOn(tx, version, kind);
                    }
                    return tx.journal(
                            "ceremony.finished",
                            "ceremony:" + ceremony.beginning().id(),
                            Map.of(
                                    "kind", kind.name(),
                                    "version", version,
                                    "generation", facts.generation(),
                                    "checkValue", facts.checkValue(),
                                    "changed", changes));
                });
        var outcome =
                new FinishOutcome.Finished(
                        version, facts.generation(), facts.checkValue(), changes);
        answered.put(request.toString(), outcome);
        return outcome;
    }

    private void goOn(Tx tx, int version, Kind kind) {
        obstacles.versions().add(tx, version);
        tx.journal(
                "keys.rolled-over",
                "keys:" + version,
                Map.of("version", version, "ceremony", kind.name()));
    }

    private Optional<FinishOutcome> refusal(Ceremony ceremony, MasterDraft draft, boolean changes) {
        if (!changes) {
            return Optional.empty();
        }
        if (ceremony.beginning().kind() != Kind.RESTORE) {
            return books.read(obstacles::toNextVersion)
                    .map(way -> new FinishOutcome.Refused(way.why(), way.count()));
        }
        long cards = books.<Long>read(obstacles::cards);
        boolean ofThisSite =
                vault.cards().all().stream()
                        .anyMatch(one ->
                                one.siteId().equals(draft.facts().siteId())
                                        && one.generation() != draft.facts().generation());
        return cards > 0 && !ofThisSite
                ? Optional.of(new FinishOutcome.OtherCards(cards))
                : Optional.empty();
    }

    private void adopt(MasterDraft draft) throws VaultException {
        byte[] opens = secret.read();
        try {
            vault.cards().adopt(draft, opens);
        } finally {
            Arrays.fill(opens, (byte) 0);
        }
    }
}
