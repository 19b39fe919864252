package app.lodge.core.selfservice;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.HolderLimits;
import app.lodge.core.accounts.HolderTransfers;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.PasswordHash;
import app.lodge.core.operators.Passwords;
import app.lodge.core.people.People;
import app.lodge.core.people.Register;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.topups.HolderTopUps;
import app.lodge.core.watch.MailWay;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What self-service is made of.
///
/// @param way how mail leaves
/// @param destroyKeys destroys the keys of logins that have ended
public record SelfServiceParts(
        Books books,
        KeyVault vault,
        Register register,
        People people,
        Accounts accounts,
        HolderTransfers transfers,
        HolderLimits limits,
        HolderTopUps topUps,
        PasswordHash passwords,
        Supplier<SiteSettings> settings,
        MailWay way,
        Consumer<Actor> destroyKeys) {

    /// @param staff for desks
    /// @param portal for the field network
    /// @param post for the bridge's rounds
    public record Wired(SelfService staff, Portal portal, HolderPost post) {}

    /// From now on every change of a stored address is heard of.
    public Wired wired() {
        var rules = new RulesKept(books);
        var logins = new Logins(books, vault);
        var links = new Links(books, register, accounts, settings, rules);
        var codes = new OneTimeCodes(books, vault);
        var outbox = new Outbox(register, logins);
        var releases = new Releases(books, register, rules, links, codes, outbox);
        var data = new OwnData(books, register, rules, links, codes, outbox);
        var money =
                new OwnMoney(register, accounts, transfers, topUps, links, new OwnLimits(limits));
        var desk = new HolderDesk(books, links, releases, money, data);
        var life = new LoginLife(books, logins, links, rules, codes, outbox, destroyKeys);
        register.tell(releases);
        return new Wired(
                new BookedSelfService(
                        books,
                        register,
                        rules,
                        logins,
                        life,
                        links,
                        desk,
                        new Deciding(books, register, people, data)),
                new BookedPortal(books, rules, logins, life, codes, new Passwords(passwords), desk),
                new SentPost(books, outbox, new Letters(books, register, settings, codes), way));
    }
}
