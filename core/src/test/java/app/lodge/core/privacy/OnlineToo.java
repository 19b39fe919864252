package app.lodge.core.privacy;

import static app.lodge.core.privacy.PrivacyDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.Limit;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonField;
import app.lodge.core.people.PersonId;
import app.lodge.core.selfservice.Behalf;
import app.lodge.core.selfservice.HolderAnswer;
import app.lodge.core.selfservice.HolderRequest;
import app.lodge.core.selfservice.Link.Wanted;
import app.lodge.core.selfservice.LinkOutcome;
import app.lodge.core.selfservice.LinkRight;
import app.lodge.core.selfservice.Portal.SecretOutcome;
import app.lodge.core.selfservice.Portal.SignInOutcome;
import app.lodge.core.selfservice.Proof;
import app.lodge.core.selfservice.SelfServiceDesk;
import app.lodge.core.site.Site;
import app.lodge.core.watch.Outlets;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Somebody who uses all of self-service: a login of their own under the very address that is looked for
/// afterwards, links, limits, a wish, mail that waits.
record OnlineToo(Site site, PersonId person) {

    private static final Actor PORTAL = Actor.device(77, "portal-1");
    private static final Behalf COUNTER = new Behalf(Behalf.Why.AT_THE_COUNTER, "");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");

    void tie() {
        var account = site.accounts().ofPerson(CLERK, person).orElseThrow().id();
        var address = PrivacyDesk.ZVJEZDANA.email();
        var token = signedIn(address);
        var login = site.selfService().named(CLERK, address).orElseThrow().id();
        assertThat(
                        site.selfService()
                                .link(
                                        CLERK,
                                        RequestId.fresh(),
                                        login,
                                        new Wanted(
                                                account,
                                                Set.of(LinkRight.values()),
                                                true,
                                                null,
                                                false),
                                        Proof.PASSPORT,
                                        COUNTER))
                .isInstanceOf(LinkOutcome.Done.class);
        ask(
                token,
                new HolderRequest.AskRelease(
                        new Wanted(account, Set.of(LinkRight.VIEW), false, null, false)));
        ask(token, new HolderRequest.SetLimit(account, Limit.Kind.PAYMENTS_PER_DAY, 500L));
        ask(token, new HolderRequest.ChangeData(Map.of(PersonField.TOWN, "Krapinske Toplice")));
        addressThereAndBack();
        assertThat(ask(token, new HolderRequest.See())).isInstanceOf(HolderAnswer.Accounts.class);
    }

    /// So that somebody has to be told.
    private void addressThereAndBack() {
        for (var address : List.of("elsewhere@example.test", PrivacyDesk.ZVJEZDANA.email())) {
            var now = site.people().find(CLERK, person).orElseThrow();
            site.people()
                    .change(
                            CLERK,
                            RequestId.fresh(),
                            person,
                            now.revision(),
                            PersonField.merged(now.details(), Map.of(PersonField.EMAIL, address)));
        }
    }

    private HolderAnswer ask(String token, HolderRequest wanted) {
        var answer = site.portal().carryOut(PORTAL, RequestId.fresh(), token, wanted).orElseThrow();
        assertThat(answer)
                .isNotInstanceOf(HolderAnswer.Rejected.class)
                .isNotInstanceOf(HolderAnswer.NoRight.class);
        return answer;
    }

    private String signedIn(String address) {
        var sent = new ArrayList<String>();
        SelfServiceDesk.sendsMail(site);
        site.tellThrough(
                new Outlets() {
                    @Override
                    public void mail(MailServer server, String password, Mail mail) {
                        sent.add(mail.text());
                    }

                    @Override
                    public void post(URI to, byte[] secret, Call call) {
                        throw new AssertionError("Nobody asked for a web hook");
                    }
                });
        assertThat(site.portal().open(PORTAL, RequestId.fresh(), address)).isEmpty();
        site.holderPost().round(Actor.system("bridge"));
        site.tellThrough(Outlets.none());
        var code = CODE.matcher(sent.getLast());
        assertThat(code.find()).isTrue();
        var secret = "Krumpirova juha 17";
        assertThat(
                        site.portal()
                                .setSecret(
                                        PORTAL,
                                        RequestId.fresh(),
                                        address,
                                        code.group(),
                                        secret.toCharArray()))
                .isInstanceOf(SecretOutcome.Set.class);
        return ((SignInOutcome.SignedIn)
                        site.portal().signIn(PORTAL, address, secret.toCharArray()))
                .token();
    }
}
