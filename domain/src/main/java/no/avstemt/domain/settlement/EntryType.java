package no.avstemt.domain.settlement;

import static no.avstemt.domain.settlement.Topic.FEES;
import static no.avstemt.domain.settlement.Topic.FUNDS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The entry types that Vipps documents, per topic, each with every name it has had. New types come without notice; they
 * are unrecognised, never refused.
 */
public enum EntryType {
    CAPTURE(FUNDS, "capture"),
    REFUND(FUNDS, "refund"),
    FUNDS_FEES_RETAINED(FUNDS, "fees-retained"),
    PAYOUT_SCHEDULED(FUNDS, "payout-scheduled", "scheduled-for-payout", "payout"),
    PAYOUT_ABORTED(FUNDS, "payout-aborted"),
    RETAINED_DISPUTED_CAPTURE(FUNDS, "retained-disputed-capture"),
    RETURNED_DISPUTED_CAPTURE(FUNDS, "returned-disputed-capture"),
    FUNDS_CORRECTION(FUNDS, "correction"),
    TOP_UP(FUNDS, "top-up"),
    FUNDS_CREDIT_NOTE(FUNDS, "credit-note"),
    UNRECOGNISED_FUNDS(FUNDS),
    CAPTURE_FEE(FEES, "capture-fee"),
    FEES_RETAINED(FEES, "fees-retained"),
    FEES_INVOICED(FEES, "fees-invoiced"),
    FEES_CORRECTION(FEES, "correction"),
    FEES_CREDIT_NOTE(FEES, "credit-note"),
    UNRECOGNISED_FEES(FEES);

    private static final Map<String, EntryType> OF_FUNDS = named(FUNDS);
    private static final Map<String, EntryType> OF_FEES = named(FEES);

    private final Topic topic;
    private final List<String> vippsNames;

    EntryType(Topic topic, String... vippsNames) {
        this.topic = topic;
        this.vippsNames = List.of(vippsNames);
    }

    private static Map<String, EntryType> named(Topic topic) {
        Map<String, EntryType> types = new HashMap<>();
        for (EntryType type : values()) {
            if (type.topic == topic) {
                type.vippsNames.forEach(name -> types.put(name, type));
            }
        }
        return Map.copyOf(types);
    }

    public Topic topic() {
        return topic;
    }

    /** Every name it has had with Vipps; none where it is unrecognised. */
    public List<String> vippsNames() {
        return vippsNames;
    }

    /** Never fails: what it does not know is unrecognised. */
    public static EntryType of(Topic topic, String vippsType) {
        EntryType type = topic == FUNDS ? OF_FUNDS.get(vippsType) : OF_FEES.get(vippsType);
        if (type != null) {
            return type;
        }
        return topic == FUNDS ? UNRECOGNISED_FUNDS : UNRECOGNISED_FEES;
    }

    /** One name for every generation of the API; the type's own name where it is unrecognised. */
    public static String canonicalName(Topic topic, String vippsType) {
        EntryType type = of(topic, vippsType);
        return type.vippsNames.isEmpty() ? vippsType : type.vippsNames.get(0);
    }
}
