package app.lodge.core.privacy;

import app.lodge.core.texts.Texts;

/// Privacy's codes in a reader's language, for screens, papers and the command line alike.
public record PrivacyWords(Texts texts) {

    public String of(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.BalanceLeft(var account, var balance) ->
                    texts.get(
                            "privacy.obstacle.balance-left", plain(account), texts.money(balance));
            case Obstacle.PaymentOpen(var account, var reserved) ->
                    texts.get(
                            "privacy.obstacle.payment-open", plain(account), texts.money(reserved));
            case Obstacle.PurseLeft(var medium, var value) ->
                    texts.get("privacy.obstacle.purse-left", medium, texts.money(value));
            case Obstacle.MediumOut(var medium, _) ->
                    texts.get("privacy.obstacle.medium-out", medium);
            case Obstacle.CardJobOpen(var job) ->
                    texts.get("privacy.obstacle.card-job-open", plain(job));
            case Obstacle.UnderLegalHold(var hold) ->
                    texts.get(
                            "privacy.obstacle.under-legal-hold",
                            hold.setBy(),
                            texts.date(hold.until()),
                            of(hold));
            case Obstacle.KeptByRule(var rule, var until) ->
                    texts.get(
                            "privacy.obstacle.kept-by-rule",
                            texts.name("privacy.retention-ground", rule.ground()),
                            texts.date(until));
        };
    }

    /// Ground and reference of a hold.
    public String of(LegalHold hold) {
        var ground = texts.name("privacy.hold-ground", hold.ground());
        return hold.reference().isEmpty() ? ground : ground + " · " + hold.reference();
    }

    public String of(Certificate.GoneKind kind) {
        return texts.name("privacy.gone-kind", kind);
    }

    public String of(DataClass data) {
        return texts.name("privacy.data-class", data);
    }

    public String of(RetentionClass.Ground ground) {
        return texts.name("privacy.retention-ground", ground);
    }

    public String of(ErasureGround ground) {
        return texts.name("privacy.erasure-ground", ground);
    }

    public String of(HoldGround ground) {
        return texts.name("privacy.hold-ground", ground);
    }

    public String of(Purpose purpose) {
        return texts.name("privacy.purpose", purpose);
    }

    public String of(Certificate.HandedOut.Kind kind) {
        return texts.name("privacy.handed-out", kind);
    }

    /// A number that names something is not grouped.
    private static String plain(long number) {
        return Long.toString(number);
    }
}
