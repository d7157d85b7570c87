package no.avstemt.vipps.simulator;

import java.util.List;

/** {@code /_control}: what a person or a test can make this Vipps do. Vipps has no such path. */
final class Control {
    private static final String ANY = "*";

    private static final int MOST_DAYS = 366;

    private final Faults faults;
    private final Ledgers ledgers;
    private final Scenario scenario;
    private final Keys keys;
    private final Knobs knobs;

    Control(Faults faults, Ledgers ledgers, Scenario scenario, Keys keys, Knobs knobs) {
        this.faults = faults;
        this.ledgers = ledgers;
        this.scenario = scenario;
        this.keys = keys;
        this.knobs = knobs;
    }

    Answer answer(Request request) {
        if (is(request, "GET")) {
            return state();
        }
        if (is(request, "POST", "faults")) {
            return faults.add(Fault.of(Fields.of(request)));
        }
        if (is(request, "DELETE", "faults")) {
            faults.clear();
            return state();
        }
        if (is(request, "DELETE", "faults", ANY)) {
            faults.clear(request.segments().get(2));
            return state();
        }
        if (is(request, "PATCH", "ledgers", ANY)) {
            change(request.segments().get(2), Fields.of(request));
            return state();
        }
        if (is(request, "PATCH", "knobs")) {
            knobs.turn(Fields.of(request));
            return state();
        }
        if (is(request, "POST", "days")) {
            Fields fields = Fields.of(request).only(List.of("days"));
            ledgers.addDays(fields.whole("days", 1, MOST_DAYS).orElse(1));
            return state();
        }
        throw Refused.noSuchControl("There is no " + request.method() + " " + request.path());
    }

    private void change(String ledgerId, Fields fields) {
        if (!scenario.changes(ledgerId, fields)) {
            ledgers.change(ledgerId, fields);
        }
    }

    /** {@code path} is what follows {@code /_control}. */
    private static boolean is(Request request, String method, String... path) {
        List<String> asked = request.segments().subList(1, request.segments().size());
        boolean same = request.method().equals(method) && asked.size() == path.length;
        for (int i = 0; same && i < path.length; i++) {
            same = path[i].equals(ANY) || path[i].equals(asked.get(i));
        }
        return same;
    }

    private Answer state() {
        return Answer.ok(json -> {
            ControlDocs.write(json);
            faults.write(json);
            ledgers.write(json);
            scenario.write(json);
            knobs.write(json);
            keys.write(json);
        });
    }
}
