package app.lodge.core.watch;

import app.lodge.core.doors.Json;
import app.lodge.core.texts.Texts;
import java.util.Map;
import java.util.TreeMap;

/// What is said of an alert, for people and for machines.
final class Told {

    private Told() {}

    static String sentence(Texts texts, Alert alert) {
        return texts.get(
                "watch.alert." + Texts.kebab(alert.matter()),
                alert.what(),
                alert.amount(),
                alert.code());
    }

    static Outlets.Mail mail(
            Texts texts,
            String site,
            String key,
            Reach.MailReach reach,
            Alert alert,
            boolean escalation) {
        var to = escalation && !reach.last().isEmpty() ? reach.last() : reach.to();
        var sentence = sentence(texts, alert);
        return new Outlets.Mail(
                key,
                to,
                "[Lodge] " + (escalation ? texts.get("watch.mail.escalated", sentence) : sentence),
                texts.get(
                        "watch.mail.text",
                        sentence,
                        site,
                        alert.raisedAt().toString(),
                        alert.id(),
                        alert.times()));
    }

    static Outlets.Mail trial(Texts texts, String site, String key, Reach.MailReach reach) {
        return new Outlets.Mail(
                key,
                reach.to(),
                "[Lodge] " + texts.get("watch.mail.trial"),
                texts.get("watch.mail.trial-text", site));
    }

    static Outlets.Call call(
            Texts texts, String site, String key, Alert alert, boolean escalation) {
        var body = new TreeMap<String, Object>();
        body.put("key", key);
        body.put("site", site);
        body.put("alert", alert.id());
        body.put("matter", alert.matter().name());
        body.put("subject", alert.subject());
        body.put("what", alert.what());
        body.put("code", alert.code());
        body.put("amount", alert.amount());
        body.put("times", alert.times());
        body.put("raisedAt", alert.raisedAt().toString());
        body.put("escalation", escalation);
        body.put("text", sentence(texts, alert));
        return new Outlets.Call(key, Json.canonical(body));
    }

    static Outlets.Call trialCall(String site, String key) {
        return new Outlets.Call(
                key, Json.canonical(Map.of("key", key, "site", site, "matter", "TEST")));
    }
}
